package io.milvaion.faults.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/** A Redis of its own that writes each change to its file. */
public final class RedisServer implements AutoCloseable {

    private final Path directory;
    private final int port;
    private Process process;

    private RedisServer(Path directory) throws IOException {
        this.directory = directory;
        this.port = Shell.freePort();
    }

    /**
     * @param directory does not exist yet
     */
    public static RedisServer create(Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        var server = new RedisServer(directory);
        server.start();
        return server;
    }

    public void start() throws IOException, InterruptedException {
        process =
                new ProcessBuilder(
                                List.of(
                                        "redis-server",
                                        "--bind",
                                        "127.0.0.1",
                                        "--port",
                                        Integer.toString(port),
                                        "--appendonly",
                                        "yes",
                                        "--save",
                                        "",
                                        "--dir",
                                        directory.toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(directory.resolve("log").toFile()))
                        .start();
        for (int tries = 0; !answers(); tries++) {
            if (tries == 100 || !process.isAlive()) {
                throw new IOException("Redis does not start, see " + directory.resolve("log"));
            }
            Thread.sleep(100);
        }
    }

    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    public String url() {
        return "redis://127.0.0.1:" + port + "/0";
    }

    public int port() {
        return port;
    }

    /** Gives it a command, as a person does. */
    public void command(String... words) throws IOException {
        var all = new ArrayList<>(List.of("redis-cli", "-p", Integer.toString(port)));
        all.addAll(List.of(words));
        Shell.run(all.toArray(String[]::new));
    }

    private boolean answers() {
        try (var client = RedisClient.create(url())) {
            return "PONG".equals(client.ping());
        } catch (JedisException e) {
            return false;
        }
    }

    @Override
    public void close() {
        kill();
    }
}
