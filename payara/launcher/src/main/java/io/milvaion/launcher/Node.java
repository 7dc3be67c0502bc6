package io.milvaion.launcher;

import io.milvaion.embedded.PidFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One process that runs Payara Micro with one WAR. It ignores Ctrl-C (SIGINT), so that whoever
 * started it decides when it ends. Safe for use by several threads.
 */
public final class Node implements AutoCloseable {

    private final NodePlan plan;
    private final Process process;

    private Node(NodePlan plan, Process process) {
        this.plan = plan;
        this.process = process;
    }

    /**
     * Starts the process and returns at once. A process that an earlier start left with the same
     * directory is ended first; its log is kept as {@code server.log.1}.
     */
    public static Node start(PayaraMicro payara, NodePlan plan) throws IOException {
        endLeftover(plan.directory());
        List<String> command = new ArrayList<>(ignoringInterrupts());
        command.addAll(otherUser(plan));
        command.addAll(payara.prepare(plan, root(plan.directory())));
        Path store = Files.createDirectories(plan.directory().resolve("worker"));
        if (plan.uid() != null) {
            Directories.own(root(plan.directory()), plan.uid());
            Directories.own(store, plan.uid());
        }
        Path log = log(plan.directory());
        if (Files.exists(log)) {
            Files.move(
                    log,
                    log.resolveSibling(log.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("MILVAION_NODE_NAME", plan.name());
        builder.environment().put("WORKER_LOCAL_STORE_PATH", store.toString());
        builder.environment().putAll(plan.environment());
        Process process = builder.start();
        Files.writeString(pidFile(plan.directory()).path(), process.pid() + "\n");
        return new Node(plan, process);
    }

    /** Ends the process that a crashed program left with this node's directory, if there is one. */
    static void endLeftover(Path directory) throws IOException {
        pidFile(directory).stop(Duration.ofSeconds(20));
    }

    public String name() {
        return plan.name();
    }

    public long pid() {
        return process.pid();
    }

    /** The root of the application, with a slash at the end. */
    public URI uri() {
        return plan.uri();
    }

    /** What the process writes: the server's log. */
    public Path log() {
        return log(plan.directory());
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes when the process has ended, for whatever reason. */
    public CompletableFuture<Node> onExit() {
        return process.onExit().thenApply(ended -> this);
    }

    /**
     * Waits until {@code GET /health/ready} answers 200.
     *
     * @throws IOException if that does not happen in time, or the process ends before; the message
     *     names the log and quotes its end. The process is left as it is.
     */
    public void awaitReady(Duration limit) throws IOException, InterruptedException {
        String failure = new Readiness(uri(), this::isAlive).await(limit);
        if (failure != null) {
            throw new IOException(
                    "%s %s. The end of its log, %s:%n%s"
                            .formatted(name(), failure, log(), LogTail.of(log())));
        }
    }

    /**
     * Asks the process to end (SIGTERM) and waits; after {@link NodePlan#stopLimit} it is killed.
     *
     * @return true if it ended without being killed
     */
    public boolean stop() throws InterruptedException {
        process.destroy();
        if (process.waitFor(plan.stopLimit().toMillis(), TimeUnit.MILLISECONDS)) {
            return true;
        }
        kill();
        return false;
    }

    /** Kills the process (SIGKILL) and waits until it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As {@link #stop()}; an interrupted thread kills the process instead of waiting. */
    @Override
    public void close() {
        try {
            stop();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** A JVM keeps ignoring a signal that it finds ignored when it starts. */
    private static List<String> ignoringInterrupts() {
        return System.getProperty("os.name").startsWith("Windows")
                ? List.of()
                : List.of("sh", "-c", "trap '' INT; exec \"$0\" \"$@\"");
    }

    private static List<String> otherUser(NodePlan plan) {
        return plan.uid() == null
                ? List.of()
                : List.of(
                        "setpriv",
                        "--reuid=" + plan.uid(),
                        "--regid=" + plan.uid(),
                        "--clear-groups",
                        "--");
    }

    private static PidFile pidFile(Path directory) {
        return new PidFile(directory.resolve("pid"), "java", root(directory).toString());
    }

    private static Path root(Path directory) {
        return directory.resolve("root");
    }

    private static Path log(Path directory) {
        return directory.resolve("server.log");
    }
}
