package io.milvaion.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL server in the background, in a session of its own: Ctrl-C does not reach it. Its
 * files survive it; what is committed survives a crash of the machine.
 */
final class PostgresServer implements AutoCloseable {

    private static final String USER = "milvaion";
    private static final String DATABASE = "milvaion";
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final List<String> SETTINGS =
            List.of(
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "max_connections=200",
                    "fsync=on",
                    "synchronous_commit=on",
                    "full_page_writes=on");

    private final Path directory;
    private final Path data;
    private final Path password;
    private final Path programs;
    private final PostgresUser user;
    private int port;

    /** Finds out how the server can be run here; starts nothing. */
    PostgresServer(Path directory, Path binaries) throws IOException {
        this.directory = OwnerOnly.close(directory);
        this.data = directory.resolve("data");
        this.password = directory.resolve("password");
        this.programs = PostgresBinaries.unpackInto(binaries).resolve("bin");
        this.user = PostgresUser.find(directory);
    }

    /**
     * Starts the server on 127.0.0.1, on the port of last time where it is free, creating its files
     * first where there are none. A server that an earlier start left on the same files is stopped
     * first.
     */
    void start() throws IOException {
        close();
        port = Loopback.port(directory.resolve("port"));
        user.own(directory);
        if (Files.notExists(data)) {
            create();
        }
        launch();
    }

    String url() throws IOException {
        return "postgresql://%s:%s@127.0.0.1:%d/%s"
                .formatted(USER, Files.readString(password), port, DATABASE);
    }

    /** Ends all connections and stops the server, if it is running; its files are complete then. */
    @Override
    public void close() throws IOException {
        PidFile pidFile = new PidFile(data.resolve("postmaster.pid"), "postgres", data.toString());
        if (pidFile.process().isPresent()) {
            run(
                    "pg_ctl",
                    List.of(
                            "stop",
                            "--mode=fast",
                            "--wait",
                            "--timeout=" + LIMIT.toSeconds(),
                            "--pgdata=" + data));
        }
        pidFile.delete();
    }

    /** The files are made aside and moved, so that a start that was cut short leaves no half. */
    private void create() throws IOException {
        OwnerOnly.secret(password);
        Path unfinished = Files.createTempDirectory(directory, "unfinished");
        user.own(directory);
        run(
                "initdb",
                List.of(
                        "--pgdata=" + unfinished,
                        "--username=" + USER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C"));
        Files.move(unfinished, data);
    }

    private void launch() throws IOException {
        Path log = directory.resolve("postgres.log");
        List<String> options = new ArrayList<>(List.of("-p", Integer.toString(port)));
        for (String setting : SETTINGS) {
            options.add("-c " + setting);
        }
        try {
            run(
                    "pg_ctl",
                    List.of(
                            "start",
                            "--wait",
                            "--timeout=" + LIMIT.toSeconds(),
                            "--pgdata=" + data,
                            "--log=" + log,
                            "--options=" + String.join(" ", options)));
            createDatabase();
        } catch (IOException e) {
            throw new IOException("PostgreSQL does not start; its log is " + log, e);
        }
    }

    private void createDatabase() throws IOException {
        String url =
                new ServiceUrls(url().replaceFirst("/[^/]*$", "/postgres"), null, null).jdbcUrl();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")
                    .next()) {
                statement.execute("create database " + DATABASE);
            }
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void run(String program, List<String> arguments) throws IOException {
        Command.run(LIMIT.plusSeconds(10), user.command(programs.resolve(program), arguments));
    }
}
