package io.milvaion.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

        try (EmbeddedServices services = start()) {
            assertThat(services.urls().db()).isNotEqualTo(lostPostgres.url());
            assertThat(query(services, "select 'serving'")).isEqualTo("serving");
            assertThat(services.urls().redis()).isNotEqualTo(lostRedis.url());
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
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream()
                    .write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .findFirst()
                    .orElseThrow();
        }
    }
}
