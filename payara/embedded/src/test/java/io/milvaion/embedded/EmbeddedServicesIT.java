package io.milvaion.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.PossibleAuthenticationFailureException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedServicesIT {

    /** One for all, because unpacking and creating the files takes most of the time. */
    @TempDir static Path data;

    @Test
    void whatWasStoredIsThereAfterAStop() throws Exception {
        List<String> progress = new ArrayList<>();
        try (EmbeddedServices services =
                EmbeddedServices.start(data, ServiceUrls.none(), progress::add)) {
            sql(services, "create table kept (word text)");
            sql(services, "insert into kept values ('written')");
            assertThat(redis(services, "SET kept written")).isEqualTo("+OK");
        }
        assertThat(progress)
                .containsExactly(
                        "Starting PostgreSQL", "Starting Redis", "Starting the AMQP broker");

        try (EmbeddedServices services = start()) {
            assertThat(query(services, "select word from kept")).isEqualTo("written");
            assertThat(redis(services, "STRLEN kept")).isEqualTo(":7");
        }
        assertThat(data.resolve("postgres/data/postmaster.pid")).doesNotExist();
        assertThat(data.resolve("redis/redis.pid")).doesNotExist();
    }

    @Test
    void theDatabaseIsDurableAndLocal() throws Exception {
        try (EmbeddedServices services = start()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(query(services, "show " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(query(services, "show max_connections")).isEqualTo("200");
            assertThat(query(services, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(services, "show server_version")).startsWith("17.");
            String wrong = services.urls().jdbcUrl().replaceFirst("password=\\w+", "password=x");
            assertThatThrownBy(() -> DriverManager.getConnection(wrong).close())
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void serversLeftByACrashAreReplacedAndStalePidFilesIgnored() throws Exception {
        Path binaries = data.resolve("programs");
        PostgresServer lostPostgres = new PostgresServer(data.resolve("postgres"), binaries);
        lostPostgres.start();
        RedisServer lostRedis = new RedisServer(data.resolve("redis"), binaries);
        lostRedis.start();
        long postgres = pid("postgres/data/postmaster.pid");
        long redis = pid("redis/redis.pid");

        try (EmbeddedServices services = start()) {
            assertThat(pid("postgres/data/postmaster.pid")).isNotEqualTo(postgres);
            assertThat(query(services, "select 'serving'")).isEqualTo("serving");
            assertThat(pid("redis/redis.pid")).isNotEqualTo(redis);
            assertThat(redis(services, "PING")).isEqualTo("+PONG");
        }

        String ourselves = ProcessHandle.current().pid() + "\n" + data + "\n";
        Files.writeString(data.resolve("postgres/data/postmaster.pid"), ourselves);
        Files.writeString(data.resolve("redis/redis.pid"), ourselves);
        try (EmbeddedServices services = start()) {
            assertThat(query(services, "select 'serving'")).isEqualTo("serving");
            assertThat(redis(services, "PING")).isEqualTo("+PONG");
        }
    }

    @Test
    void oneDirectoryServesOneProgram() throws IOException {
        ServiceUrls given =
                new ServiceUrls("postgresql://db/jobs", "redis://cache", "amqp://broker");
        try (EmbeddedServices services =
                EmbeddedServices.start(data, given, EmbeddedServicesIT::refuse)) {
            assertThat(services.urls()).isEqualTo(given);
            assertThatThrownBy(() -> start()).hasMessageContaining("in use");
        }
        EmbeddedServices.start(data, given, EmbeddedServicesIT::refuse).close();
    }

    @Test
    void addressesStayTheSameWhereTheyAreFree() throws Exception {
        ServiceUrls first;
        try (EmbeddedServices services = start()) {
            first = services.urls();
        }
        try (EmbeddedServices services = start()) {
            assertThat(services.urls()).isEqualTo(first);
        }
        int port = URI.create(first.redis()).getPort();
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                EmbeddedServices services = start()) {
            assertThat(taken.isBound()).isTrue();
            assertThat(services.urls().redis()).isNotEqualTo(first.redis());
            assertThat(services.urls().db()).isEqualTo(first.db());
            assertThat(services.urls().rabbitmq()).isEqualTo(first.rabbitmq());
        }
    }

    @Test
    void nobodyGetsInWithoutThePassword() throws Exception {
        try (EmbeddedServices services = start()) {
            URI redis = URI.create(services.urls().redis());
            assertThat(redis(redis, "PING")).startsWith("-NOAUTH");
            assertThat(redis(redis, "CONFIG SET dir /")).startsWith("-NOAUTH");
            assertThat(redis(redis, "AUTH milvaion")).startsWith("-WRONGPASS");
            assertThat(redis(redis, "AUTH default milvaion")).startsWith("-WRONGPASS");

            URI amqp = URI.create(services.urls().rabbitmq());
            for (String login : List.of("guest:guest", "milvaion:milvaion", "milvaion:")) {
                ConnectionFactory factory = new ConnectionFactory();
                factory.setUri("amqp://%s@127.0.0.1:%d/%%2F".formatted(login, amqp.getPort()));
                assertThatThrownBy(() -> factory.newConnection().close())
                        .as(login)
                        .isInstanceOf(PossibleAuthenticationFailureException.class);
            }

            String db = services.urls().jdbcUrl().replaceFirst("[?].*", "");
            for (String login : List.of("milvaion", "postgres", "root")) {
                assertThatThrownBy(() -> DriverManager.getConnection(db, login, null).close())
                        .as(login)
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FLUSHALL",
                "FLUSHDB",
                "CONFIG GET dir",
                "DEBUG SEGFAULT",
                "SHUTDOWN NOSAVE",
                "REPLICAOF 127.0.0.1 1",
                "MODULE LOAD /tmp/x.so",
                "MONITOR",
                "ACL LIST"
            })
    void theApplicationMayNotEndEmptyOrChangeRedis(String command) throws Exception {
        try (EmbeddedServices services =
                EmbeddedServices.start(
                        data,
                        new ServiceUrls("postgresql://unused/x", null, "amqp://unused"),
                        line -> {})) {
            assertThat(redis(services, command)).startsWith("-NOPERM");
        }
    }

    @Test
    void noOtherUserReadsTheFiles(@TempDir Path directory) throws Exception {
        Path mine = directory.resolve("data");
        Path open = Files.createDirectories(mine.resolve("redis"));
        Files.setPosixFilePermissions(mine, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (EmbeddedServices services =
                EmbeddedServices.start(mine, ServiceUrls.none(), line -> {})) {
            assertThat(services.urls().db()).isNotNull();
            for (String service : List.of("postgres", "redis", "broker")) {
                assertThat(permissions(mine.resolve(service))).isEqualTo("rwx------");
                assertThat(permissions(mine.resolve(service + "/password"))).isEqualTo("rw-------");
            }
            assertThat(permissions(mine.resolve("redis/redis.conf"))).isEqualTo("rw-------");
            assertThat(permissions(mine)).as("it may be more than ours").isEqualTo("rwxr-xr-x");
        }
        Path fresh = directory.resolve("fresh");
        EmbeddedServices.start(
                        fresh,
                        new ServiceUrls("postgresql://unused/x", null, "amqp://unused"),
                        line -> {})
                .close();
        assertThat(permissions(fresh)).isEqualTo("rwx------");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static long pid(String file) throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve(file)).get(0).strip());
    }

    private static void refuse(String line) {
        throw new AssertionError("nothing is to be started, but: " + line);
    }

    private static EmbeddedServices start() throws IOException {
        return EmbeddedServices.start(data, ServiceUrls.none(), line -> {});
    }

    private static void sql(EmbeddedServices services, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(services.urls().jdbcUrl());
                Statement call = connection.createStatement()) {
            call.execute(statement);
        }
    }

    private static String query(EmbeddedServices services, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(services.urls().jdbcUrl());
                Statement call = connection.createStatement();
                ResultSet result = call.executeQuery(query)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }

    private static String redis(EmbeddedServices services, String command) throws IOException {
        URI uri = URI.create(services.urls().redis());
        String login = "AUTH " + uri.getUserInfo().replace(':', ' ');
        return redis(uri, login, command);
    }

    /** The answer to the last command. */
    private static String redis(URI uri, String... commands) throws IOException {
        String text = String.join("\r\n", commands) + "\r\nQUIT\r\n";
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .skip(commands.length - 1)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
