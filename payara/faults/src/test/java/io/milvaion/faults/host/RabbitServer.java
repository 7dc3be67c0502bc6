package io.milvaion.faults.host;

import io.milvaion.embedded.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A RabbitMQ of its own, past the package's wrappers, which would change the user. */
public final class RabbitServer implements AutoCloseable {

    private static final String PROGRAMS = "/usr/lib/rabbitmq/bin/";
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Path directory;
    private final int port;
    private final int epmdPort;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Process process;

    private RabbitServer(Path directory) throws IOException {
        this.directory = directory;
        this.port = Shell.freePort();
        this.epmdPort = Shell.freePort();
        environment.put("HOME", directory.toString());
        environment.put("RABBITMQ_NODENAME", "faults" + port + "@localhost");
        environment.put("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1");
        environment.put("RABBITMQ_NODE_PORT", Integer.toString(port));
        environment.put("RABBITMQ_DIST_PORT", Integer.toString(Shell.freePort()));
        environment.put("RABBITMQ_MNESIA_BASE", directory.resolve("mnesia").toString());
        environment.put("RABBITMQ_LOG_BASE", directory.resolve("log").toString());
        environment.put("RABBITMQ_ENABLED_PLUGINS_FILE", directory.resolve("plugins").toString());
        environment.put("RABBITMQ_CONF_ENV_FILE", directory.resolve("env").toString());
        environment.put("RABBITMQ_CONFIG_FILE", directory.resolve("rabbitmq.conf").toString());
        environment.put("ERL_EPMD_ADDRESS", "127.0.0.1");
        environment.put("ERL_EPMD_PORT", Integer.toString(epmdPort));
        environment.put(
                "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
                "-kernel inet_dist_use_interface {127,0,0,1}");
    }

    /**
     * @param directory does not exist yet
     */
    public static RabbitServer create(Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("plugins"), "[].\n");
        Files.writeString(directory.resolve("env"), "");
        Files.writeString(directory.resolve("rabbitmq.conf"), "");
        var server = new RabbitServer(directory);
        server.start();
        return server;
    }

    /** Returns when it takes connections. */
    public void start() throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(PROGRAMS + "rabbitmq-server")
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        directory.resolve("out").toFile()));
        builder.environment().putAll(environment);
        process = builder.start();
        long start = System.nanoTime();
        while (true) {
            try {
                ctl("await_startup", "--timeout", "60");
                return;
            } catch (IOException e) { // it has not opened its door yet
                if (!process.isAlive() || System.nanoTime() - start > LIMIT.toNanos()) {
                    throw new IOException("see " + directory.resolve("out"), e);
                }
                Thread.sleep(500);
            }
        }
    }

    /** Runs {@code rabbitmqctl}. */
    public String ctl(String... arguments) throws IOException {
        var words = new ArrayList<String>(List.of("env"));
        environment.forEach((name, value) -> words.add(name + "=" + value));
        words.addAll(List.of(PROGRAMS + "rabbitmqctl", "-q"));
        words.addAll(List.of(arguments));
        return Command.run(LIMIT, words);
    }

    /** Kills all of its processes (SIGKILL). */
    public void kill() {
        var processes = new ArrayList<>(process.descendants().toList());
        processes.add(process.toHandle());
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(killed -> killed.onExit().join());
    }

    /** Gives its configuration file another content; takes effect with the next start. */
    public void configure(String... lines) throws IOException {
        Files.write(directory.resolve("rabbitmq.conf"), List.of(lines));
    }

    /** Asks it to end, keeping its messages. */
    public void stop() throws IOException, InterruptedException {
        ctl("shutdown");
        process.waitFor();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    public int port() {
        return port;
    }

    /** What it has written since it was created. */
    public String log() throws IOException {
        var text = new StringBuilder();
        try (var files = Files.list(directory.resolve("log"))) {
            for (var file : files.toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    public String url() {
        return "amqp://guest:guest@127.0.0.1:" + port + "/%2F";
    }

    @Override
    public void close() {
        kill();
        Command.succeeds(List.of("epmd", "-port", Integer.toString(epmdPort), "-kill"));
    }
}
