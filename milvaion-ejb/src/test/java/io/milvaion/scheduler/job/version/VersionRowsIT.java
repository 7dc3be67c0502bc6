package io.milvaion.scheduler.job.version;

import static io.milvaion.scheduler.job.definition.JobBuilder.aJob;
import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.job.definition.Job;
import io.milvaion.scheduler.job.definition.JobDefinition;
import io.milvaion.scheduler.service.Services;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class VersionRowsIT {

    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00.123Z");

    private final Database database = Services.database();

    @Test
    void aVersionIsReadAsItWasWritten() {
        var definition = job("{\"n\":1e400,\"m\":1.0,\"s\":\"\\uD83D\\uDE00 \\\\ \\\"\"}", NOW);
        var job = stored(definition);

        database.transaction(c -> insert(c, job, definition, Change.created("ada")));

        assertThat(versions().require(job.id(), 1).definition()).isEqualTo(definition);
        assertThat(versions().list(job.id(), null, 10))
                .containsExactly(
                        new JobVersion(
                                1,
                                job.updatedAt(),
                                "ada",
                                Change.Kind.CREATED,
                                null,
                                List.of(),
                                null));
    }

    @Test
    void anEditNamesWhatItHasChangedAndARestoreWhereItCameFrom() {
        var first = job("{}", NOW);
        var second = job("{\"a\":1}", null);
        var job = stored(first);
        database.transaction(
                connection -> {
                    insert(connection, job, first, Change.created("ada"));
                    job.edit(second, NOW);
                    insert(connection, job, first, Change.edited("bob"));
                    job.edit(first, NOW);
                    return insert(connection, job, second, Change.restored("eve", 1));
                });

        var all = versions().list(job.id(), null, 10);

        assertThat(all).extracting(JobVersion::version).containsExactly(3, 2, 1);
        assertThat(all).extracting(JobVersion::changedBy).containsExactly("eve", "bob", "ada");
        assertThat(all).extracting(JobVersion::restoredFrom).containsExactly(1, null, null);
        assertThat(all.get(1).changedFields())
                .containsExactly("jobData", "cronExpression", "executeAt");
        assertThat(versions().list(job.id(), 3, 1)).containsExactly(all.get(1));
        assertThat(versions().diff(job.id(), 1, 3, is -> is)).isEmpty();
        assertThat(versions().diff(job.id(), 2, 1, is -> is))
                .contains(new FieldChange("executeAt", null, NOW));
    }

    @Test
    void jobsOfAnOlderDatabaseGetTheirPresentVersion() {
        var schema = "migrated_" + UUID.randomUUID().toString().replace("-", "");
        var flyway =
                Flyway.configure(Services.class.getClassLoader())
                        .dataSource(Services.dataSource())
                        .schemas(schema);
        flyway.target("1").load().migrate();
        var definition = job("{\"a\": [1, 2.50]}", NOW);
        var job = Job.create(UUID.randomUUID(), definition, NOW);
        database.transaction(connection -> within(connection, schema, () -> row(connection, job)));

        flyway.target("latest").load().migrate();

        var found =
                database.transaction(
                        connection ->
                                within(
                                        connection,
                                        schema,
                                        () -> VersionRows.find(connection, job.id(), 1)));
        assertThat(found).hasValueSatisfying(v -> assertThat(v.definition()).isEqualTo(definition));
    }

    /** Work with the tables of another schema. */
    @FunctionalInterface
    private interface Work<T> {
        T run() throws SQLException;
    }

    private static <T> T within(Connection connection, String schema, Work<T> work)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local search_path = " + schema);
        }
        return work.run();
    }

    private JobVersions versions() {
        return new JobVersions(database);
    }

    private Job stored(JobDefinition definition) {
        var job = Job.create(UUID.randomUUID(), definition, NOW);
        database.transaction(connection -> row(connection, job));
        return job;
    }

    private static int row(Connection connection, Job job) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        insert into jobs (id, display_name, tags, job_type, job_data, execute_at,
                                          time_zone, max_retries)
                        values (?, ?, '{a,b}', 'noop', ?, ?::timestamptz, 'Europe/Berlin', 7)""")) {
            statement.setObject(1, job.id());
            statement.setString(2, job.definition().displayName());
            statement.setString(3, job.definition().jobData());
            statement.setString(4, String.valueOf(job.definition().schedule().executeAt()));
            return statement.executeUpdate();
        }
    }

    private static Void insert(Connection connection, Job job, JobDefinition before, Change change)
            throws SQLException {
        VersionRows.insert(connection, job, before, change);
        return null;
    }

    /**
     * @param executeAt null to run it every day
     */
    private static JobDefinition job(String data, Instant executeAt) {
        var job =
                aJob().named("a \"name\" <b>")
                        .tagged("a", "b")
                        .data(data)
                        .in("Europe/Berlin")
                        .retries(7);
        return (executeAt == null ? job.every("@daily") : job.onceAt(executeAt)).build();
    }
}
