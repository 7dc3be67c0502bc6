package io.milvaion.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a node is to be. One plan can be started again after its node has ended.
 *
 * @param name is also the last part of its directory's path, and its {@code MILVAION_NODE_NAME}
 * @param directory absolute; belongs to this node alone and is made anew at each start, but for the
 *     logs and for what its worker could not send
 * @param war is deployed at {@code /}
 * @param port on 127.0.0.1
 * @param jvm flags of the node's JVM
 * @param environment is added to the environment of this process
 * @param uid the user that the node runs as and that owns its files, or null for that of this
 *     process; another one takes root and {@code setpriv}
 */
public record NodePlan(
        String name,
        Path directory,
        Path war,
        int port,
        List<String> jvm,
        Map<String, String> environment,
        Integer uid) {

    private static final String STOP_SECONDS = "WORKER_STOP_SECONDS";
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

    public NodePlan {
        directory = directory.toAbsolutePath().normalize();
        jvm = List.copyOf(jvm);
        environment = Map.copyOf(environment);
    }

    /** A node that runs as the user of this process. */
    public NodePlan(
            String name,
            Path directory,
            Path war,
            int port,
            List<String> jvm,
            Map<String, String> environment) {
        this(name, directory, war, port, jvm, environment, null);
    }

    /** The same with more flags after those that it has. */
    public NodePlan withJvm(List<String> more) {
        List<String> flags = new ArrayList<>(jvm);
        flags.addAll(more);
        return new NodePlan(name, directory, war, port, flags, environment, uid);
    }

    /** The same with more variables; they win over those that it has. */
    public NodePlan withEnvironment(Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.putAll(more);
        return new NodePlan(name, directory, war, port, jvm, variables, uid);
    }

    /** The same as another user. */
    public NodePlan withUid(int other) {
        return new NodePlan(name, directory, war, port, jvm, environment, other);
    }

    /** The root of its application, with a slash at the end. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /**
     * How long the process may take to end: a minute more than the environment gives its running
     * jobs.
     */
    Duration stopLimit() {
        String seconds = environment.getOrDefault(STOP_SECONDS, System.getenv(STOP_SECONDS));
        return seconds != null && seconds.matches("\\d{1,4}")
                ? STOP_LIMIT.plusSeconds(Integer.parseInt(seconds))
                : STOP_LIMIT;
    }
}
