package io.milvaion.cli.job;

import io.milvaion.cli.Mistake;
import io.milvaion.cli.Terminal;
import io.milvaion.cli.http.Body;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Jobs of another scheduler. Its database is read here, not by the server, which connects to
 * nothing that a request names.
 */
record Foreign(String format, String text) {

    private static final Map<String, List<String>> TABLES =
            Map.of(
                    "quartz",
                    List.of(
                            "qrtz_job_details",
                            "qrtz_triggers",
                            "qrtz_cron_triggers",
                            "qrtz_simple_triggers",
                            "qrtz_simprop_triggers"),
                    "dbScheduler",
                    List.of("scheduled_tasks"),
                    "jobRunr",
                    List.of("jobrunr_recurring_jobs"));

    static Foreign file(CommandSpec of, String format, String file, Terminal terminal) {
        var read =
                file.equals("-")
                        ? terminal.in().lines().collect(Collectors.joining("\n"))
                        : Body.file(Path.of(file));
        var name = file.substring(file.lastIndexOf('/') + 1);
        var named = name.endsWith(".timer") ? "# " + name + "\n" + read : read;
        return new Foreign(format == null ? guess(of, name) : format, named);
    }

    private static String guess(CommandSpec of, String name) {
        if (name.contains("crontab")) {
            return "crontab";
        }
        if (name.endsWith(".timer")) {
            return "systemd";
        }
        if (name.endsWith(".xml")) {
            return "quartzXml";
        }
        throw new ParameterException(of.commandLine(), "What " + name + " is --format says.");
    }

    static Foreign tables(CommandSpec of, String format, String url, Terminal terminal) {
        var tables = TABLES.get(format);
        if (tables == null) {
            throw new ParameterException(
                    of.commandLine(), "--jdbc needs --format quartz, dbScheduler or jobRunr.");
        }
        var login = new Properties();
        put(login, "user", terminal.variable("PGUSER"));
        put(login, "password", terminal.variable("PGPASSWORD"));
        try (var connection = DriverManager.getConnection(url, login)) {
            connection.setReadOnly(true);
            var members = new ArrayList<String>();
            for (var table : tables) {
                members.add('"' + table + "\": " + rows(connection, table));
            }
            return new Foreign(format, "{" + String.join(", ", members) + "}");
        } catch (SQLException e) {
            throw new Mistake("The tables can't be read: " + e.getMessage(), e);
        }
    }

    private static void put(Properties login, String name, String value) {
        if (value != null) {
            login.put(name, value);
        }
    }

    private static String rows(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select coalesce(json_agg(t), '[]') from " + table + " t")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
