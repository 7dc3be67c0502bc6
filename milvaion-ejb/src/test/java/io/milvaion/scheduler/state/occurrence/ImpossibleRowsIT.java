package io.milvaion.scheduler.state.occurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.scheduler.service.Services;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that holds rows which the schema refuses now. */
class ImpossibleRowsIT {

    private static final String THEN = "'2026-01-02 03:04Z'";

    private final String schema = "impossible_" + UUID.randomUUID().toString().replace("-", "");
    private final FluentConfiguration flyway =
            Flyway.configure(Services.class.getClassLoader())
                    .dataSource(Services.dataSource())
                    .schemas(schema);

    @ParameterizedTest
    @ValueSource(strings = {"1", "f"}) // a day, and what belongs to no day
    void migrationPutsThemRightAndLeavesOthersAsTheyAre(String partition) {
        flyway.target("9").load().migrate();
        makeDay();
        plant(partition + 1, "0, 0, null, null, 1");
        plant(partition + 2, "0, 2, null, " + THEN + ", 2");
        plant(partition + 3, "1, null, null, null, 1");
        plant(partition + 4, "3, null, " + THEN + ", null, 1");
        var sound = list("select o::text from occurrences o order by id");
        plant(partition + 5, "0, 2, null, null, 1");
        plant(partition + 6, "1, null, " + THEN + ", null, 1");
        plant(partition + 7, "2, null, null, null, 1");
        plant(partition + 8, "3, null, null, null, 2");
        plant(partition + 9, "0, 0, null, null, -4");
        plant(partition + "a", "0, 0, null, null, 0");
        plant(partition + "b", "3, null, null, null, 0");
        for (var number : List.of("8", "a", "b")) {
            run(
                    """
                    insert into attempts (occurrence_id, attempt, state, ended_at)
                    values ('%s', 2, 3, %s)"""
                            .formatted(id(partition + number), THEN));
        }

        flyway.target("latest").load().migrate();

        assertThat(list("select o::text from occurrences o")).hasSize(11);
        assertThat(list("select o::text from occurrences o order by id limit 4"))
                .zipSatisfy(
                        sound,
                        (after, before) ->
                                assertThat(after)
                                        .as("columns that came later are at the end")
                                        .startsWith(before.substring(0, before.length() - 1)));
        assertThat(
                        list(
                                """
                                select concat_ws(' ', substr(id::text, 2, 1), state, stage,
                                                 '#' || attempt,
                                                 case when ended_at = %1$s then 'then'
                                                      when ended_at > %1$s then 'now' end,
                                                 case when available_at > %1$s then 'due' end)
                                  from occurrences where id not in
                                       (select id from occurrences order by id limit 4)
                                 order by id"""
                                        .formatted(THEN)))
                .containsExactly(
                        "5 0 2 #1 due",
                        "6 1 #1",
                        "7 2 #1 now",
                        "8 3 #2 then",
                        "9 0 0 #1",
                        "a 0 0 #3",
                        "b 3 #2 then");
        assertThat(
                        list(
                                """
                                select conname from pg_constraint
                                 where conrelid = 'occurrences_day'::regclass
                                   and contype = 'c' and convalidated"""))
                .contains(
                        "occurrences_end_if_final",
                        "occurrences_backoff_has_time",
                        "occurrences_attempt_from_one");
    }

    @Test
    void theirDaysRefuseThemWhenTheyAreNew() {
        flyway.target("latest").load().migrate();
        makeDay();

        assertThatThrownBy(() -> plant("11", "2, null, null, null, 1"))
                .hasStackTraceContaining("occurrences_end_if_final");
    }

    private void makeDay() {
        run(
                """
                create table occurrences_day partition of occurrences for values
                  from ('10000000-0000-0000-0000-000000000000')
                    to ('20000000-0000-0000-0000-000000000000')""");
    }

    /**
     * @param rest state, stage, ended_at, available_at, attempt
     */
    private void plant(String number, String rest) {
        run(
                """
                insert into occurrences (id, job_id, job_version, job_type, planned_at,
                state, stage, ended_at, available_at, attempt)
                values ('%s', gen_random_uuid(), 1, 'noop', %s, %s)"""
                        .formatted(id(number), THEN, rest));
    }

    /**
     * @param number two hexadecimal digits
     */
    private static String id(String number) {
        return number + "000000-0000-0000-0000-000000000000";
    }

    private void run(String sql) {
        inSchema(statement -> statement.execute(sql));
    }

    private List<String> list(String sql) {
        return inSchema(
                statement -> {
                    try (var row = statement.executeQuery(sql)) {
                        var all = new ArrayList<String>();
                        while (row.next()) {
                            all.add(row.getString(1));
                        }
                        return all;
                    }
                });
    }

    /** Work with the tables of this test. */
    @FunctionalInterface
    private interface Work<T> {
        T on(Statement statement) throws SQLException;
    }

    private <T> T inSchema(Work<T> work) {
        return Services.database()
                .transaction(
                        connection -> {
                            try (var statement = connection.createStatement()) {
                                statement.execute("set local search_path = " + schema);
                                return work.on(statement);
                            }
                        });
    }
}
