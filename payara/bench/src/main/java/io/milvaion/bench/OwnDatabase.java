package io.milvaion.bench;

import io.milvaion.embedded.ServiceUrls;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A database of one subject, on the server that all share, made anew. */
final class OwnDatabase implements AutoCloseable {

    /** There on every server, and nobody's template. */
    private static final String MAINTENANCE = "postgres";

    private final Connection maintenance;
    private final String name;
    private final String url;

    private OwnDatabase(Connection maintenance, String name, String url) {
        this.maintenance = maintenance;
        this.name = name;
        this.url = url;
    }

    /** Makes an empty one. */
    static OwnDatabase create(ServiceUrls urls, String name) throws SQLException {
        return create(urls, name, "template1");
    }

    /** Makes one with the tables and rows of the node's, which nobody may be using. */
    static OwnDatabase copy(ServiceUrls urls, String name) throws SQLException {
        return create(urls, name, nameOfNodes(urls));
    }

    private static String nameOfNodes(ServiceUrls urls) throws SQLException {
        try (var node = DriverManager.getConnection(urls.jdbcUrl())) {
            return node.getCatalog();
        }
    }

    private static OwnDatabase create(ServiceUrls urls, String name, String template)
            throws SQLException {
        var maintenance = DriverManager.getConnection(url(urls, MAINTENANCE));
        var database = new OwnDatabase(maintenance, name, url(urls, name));
        boolean created = false;
        try {
            database.execute("drop database if exists \"%s\" with (force)".formatted(name));
            database.execute("create database \"%s\" template \"%s\"".formatted(name, template));
            created = true;
            return database;
        } finally {
            if (!created) {
                maintenance.close();
            }
        }
    }

    private static String url(ServiceUrls urls, String database) {
        return urls.jdbcUrl().replaceFirst("^(jdbc:postgresql://[^/]*/)[^?]*", "$1" + database);
    }

    /** For a JDBC driver. */
    String url() {
        return url;
    }

    private void execute(String command) throws SQLException {
        try (var statement = maintenance.createStatement()) {
            statement.execute(command);
        }
    }

    /** Drops it, whoever still uses it. */
    @Override
    public void close() throws SQLException {
        try (maintenance) {
            execute("drop database if exists \"%s\" with (force)".formatted(name));
        }
    }
}
