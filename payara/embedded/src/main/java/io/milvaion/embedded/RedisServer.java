package io.milvaion.embedded;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import redis.embedded.core.ExecutableProvider;

/**
 * A Redis server in the background, in a session of its own: Ctrl-C does not reach it. What it
 * holds is in its append-only file, synced once a second.
 */
final class RedisServer implements AutoCloseable {

    private static final String USER = "milvaion";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final byte[] WELCOME = "+OK\r\n+PONG".getBytes(StandardCharsets.US_ASCII);

    private final Path directory;
    private final Path password;
    private final Path configuration;
    private final Path log;
    private final Path program;
    private final PidFile pidFile;
    private int port;

    /** Starts nothing. */
    RedisServer(Path directory, Path binaries) throws IOException {
        this.directory = OwnerOnly.close(directory);
        this.password = directory.resolve("password");
        this.configuration = directory.resolve("redis.conf");
        this.log = directory.resolve("redis.log");
        this.program = program(binaries);
        this.pidFile =
                new PidFile(
                        directory.resolve("redis.pid"), "redis-server", configuration.toString());
    }

    /**
     * Starts the server on 127.0.0.1, on the port of last time where it is free. A server that an
     * earlier start left on the same files is stopped first.
     */
    void start() throws IOException {
        close();
        port = Loopback.port(directory.resolve("port"));
        OwnerOnly.write(configuration, settings());
        Command.run(LIMIT, List.of(program.toString(), configuration.toString()));
        awaitAnswer();
    }

    String url() throws IOException {
        return "redis://%s:%s@127.0.0.1:%d/0".formatted(USER, OwnerOnly.secret(password), port);
    }

    /** Stops the server, if it is running, after it has written its append-only file to disk. */
    @Override
    public void close() throws IOException {
        pidFile.stop(LIMIT);
    }

    /** Nobody may stop, empty or configure the server by a call: what ends it is a signal. */
    private String settings() throws IOException {
        return """
                bind 127.0.0.1
                port %d
                daemonize yes
                set-proc-title no
                dir "%s"
                pidfile "%s"
                logfile "%s"
                appendonly yes
                save ""
                maxmemory-policy noeviction
                protected-mode yes
                user default off
                user %s on >%s ~* &* +@all -@admin -@dangerous +info +keys +client|setname
                """
                .formatted(port, directory, pidFile.path(), log, USER, OwnerOnly.secret(password));
    }

    private static Path program(Path binaries) throws IOException {
        Path program = binaries.resolve("redis-server");
        if (Files.notExists(program)) {
            Path unfinished = Files.createTempDirectory(Files.createDirectories(binaries), "redis");
            Path extracted =
                    ExecutableProvider.newJarResourceProvider(unfinished.toFile()).get().toPath();
            Files.move(extracted, program);
            Files.delete(unfinished);
        }
        return program;
    }

    /** It answers PING with an error as long as it is loading its data. */
    private void awaitAnswer() throws IOException {
        long start = System.nanoTime();
        while (!answers()) {
            if (System.nanoTime() - start > LIMIT.toNanos()) {
                throw new IOException("Redis does not answer; its log is " + log);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while Redis was starting", e);
            }
        }
    }

    /** Asked as a user: it tells strangers that they are none even while it is loading. */
    private boolean answers() throws IOException {
        String calls = "AUTH %s %s\r\nPING\r\n".formatted(USER, OwnerOnly.secret(password));
        try (Socket socket = new Socket()) {
            socket.connect(Loopback.at(port), 1_000);
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write(calls.getBytes(StandardCharsets.US_ASCII));
            return Arrays.equals(socket.getInputStream().readNBytes(WELCOME.length), WELCOME);
        } catch (IOException e) {
            return false;
        }
    }
}
