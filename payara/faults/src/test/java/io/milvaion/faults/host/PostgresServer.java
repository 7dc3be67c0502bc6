package io.milvaion.faults.host;

import io.milvaion.embedded.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL of its own, run by the user of Debian's package. */
public final class PostgresServer implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final String USER = "milvaion";
    private static final String ADMIN = "postgres";

    private final Path directory;
    private final Path programs;
    private final int port;
    private final List<String> settings;

    private PostgresServer(Path directory, List<String> settings) throws IOException {
        this.directory = directory;
        this.programs = Tool.newest("/usr/lib/postgresql", "bin");
        this.port = Shell.freePort();
        this.settings = settings;
    }

    /**
     * Makes and starts one with an empty database named {@code milvaion}.
     *
     * @param directory does not exist yet
     * @param settings such as {@code max_connections=100}
     */
    public static PostgresServer create(Path directory, String... settings) throws IOException {
        var server = new PostgresServer(directory, List.of(settings));
        Files.createDirectories(directory);
        Shell.run("chown", "postgres:postgres", directory.toString());
        server.run("initdb", "-D", server.data(), "-A", "trust", "-U", ADMIN, "-N");
        server.start();
        server.run("createuser", "-h", "127.0.0.1", "-p", "" + server.port, "-U", ADMIN, USER);
        server.run(
                "createdb",
                "-h",
                "127.0.0.1",
                "-p",
                "" + server.port,
                "-U",
                ADMIN,
                "-O",
                USER,
                "milvaion");
        return server;
    }

    public void start() throws IOException {
        var options =
                new StringBuilder(
                        "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=%s"
                                .formatted(port, directory));
        settings.forEach(setting -> options.append(" -c ").append(setting));
        run(
                "pg_ctl",
                "-D",
                data(),
                "-l",
                directory.resolve("log").toString(),
                "-w",
                "-o",
                options.toString(),
                "start");
    }

    /** Ends it without a checkpoint, as a crash does: it recovers when it is started again. */
    public void crash() throws IOException {
        run("pg_ctl", "-D", data(), "-m", "immediate", "stop");
    }

    /** {@code postgresql://…}, as Milvaion is told it. */
    public String url() {
        return "postgresql://%s:%s@127.0.0.1:%d/milvaion".formatted(USER, USER, port);
    }

    /** The same database for a JDBC driver, as its owner. */
    public String jdbcUrl() {
        return jdbcUrl(USER);
    }

    /** The same as the server's administrator, who may connect when nobody else may. */
    public String adminUrl() {
        return jdbcUrl(ADMIN);
    }

    private String jdbcUrl(String user) {
        return "jdbc:postgresql://127.0.0.1:%d/milvaion?user=%s".formatted(port, user);
    }

    public int port() {
        return port;
    }

    /** Whether it has been started and not stopped. */
    public boolean isRunning() {
        return Files.exists(directory.resolve("data/postmaster.pid"));
    }

    @Override
    public void close() throws IOException {
        if (isRunning()) {
            crash();
        }
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    private void run(String program, String... arguments) throws IOException {
        var words = new ArrayList<String>();
        words.addAll(
                List.of(
                        "setpriv",
                        "--reuid=postgres",
                        "--regid=postgres",
                        "--init-groups",
                        "--",
                        "sh",
                        "-c",
                        "cd \"$0\" && exec \"$@\"",
                        directory.toString(),
                        programs.resolve(program).toString()));
        words.addAll(List.of(arguments));
        Command.run(LIMIT, words);
    }
}
