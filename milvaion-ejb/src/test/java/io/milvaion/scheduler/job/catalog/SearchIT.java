package io.milvaion.scheduler.job.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.milvaion.scheduler.ground.persistence.DataRefused;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.service.Services;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text is found in any case by one rule, whatever the locale of the database. */
class SearchIT {

    @ParameterizedTest
    @CsvSource({
        "Österreich, österreich",
        "ÖSTERREICH, Österreich",
        "O\u0308sterreich, ÖSTERREICH",
        "Личный кабинет, ЛИЧНЫЙ",
        "ЛИЧНЫЙ, личный",
        "ışık, IŞIK",
        "IŞIK, ışık",
        "ışık, ışık",
        "İstanbul, istanbul",
        "istanbul, İSTANBUL",
        "İstanbul, ISTANBUL",
        "I\u0307zmir, izmir",
        "straße, STRASSE",
        "STRASSE, straße",
        "STRAẞE, strasse",
        "Οδυσσεύς, ΟΔΥΣΣΕΎΣ",
        "ΟΔΥΣΣΕΎΣ, οδυσσεύς",
        "ὈΔΥΣΣΕΎΣ, ὀδυσσεύσ",
        "Ｆｕｌｌ, full",
        "eﬀort, EFFORT",
        "Ğ, ğ",
        "100%_!, 0%_!",
        "日本語の仕事, 本語",
        "𐐀, 𐐨"
    })
    void textIsFoundInAnyCase(String name, String wanted) {
        var lists = new JobLists(Services.database());
        var tag = UUID.randomUUID().toString();
        enter(Services.database(), "before " + name + " after", tag);

        assertThat(lists.list(filter(wanted, tag)).total()).isEqualTo(1);
        assertThat(lists.list(filter("x" + wanted, tag)).total()).isZero();
        assertThat(lists.list(filter(wanted + "\\", tag)).total()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "locale 'C'",
                "locale 'C.utf8'",
                "locale 'en_US.utf8'",
                "locale 'tr_TR.utf8'",
                "locale_provider icu icu_locale 'tr-TR' locale 'C'"
            })
    void localeOfTheDatabaseDoesNotMatter(String locale) {
        var database = database(locale);
        var lists = new JobLists(database);
        enter(database, "Österreich ЛИЧНЫЙ ışık İSTANBUL TITLE Straße ΟΔΟΣ", "t");

        for (var wanted :
                List.of(
                        "öst",
                        "личный",
                        "IŞIK",
                        "istanbul",
                        "title",
                        "TITLE",
                        "STRASSE",
                        "οδος",
                        "οδοσ")) {
            assertThat(lists.list(filter(wanted, "t")).total()).as(wanted).isEqualTo(1);
        }
    }

    /** Skips the test if the system does not have the locale. */
    private static Database database(String locale) {
        try {
            return Services.ownDatabase(locale);
        } catch (DataRefused e) {
            return abort(locale + ": " + e.getMessage());
        }
    }

    @Test
    void anIndexFindsPartsOfThreeCharactersOrMore() {
        var database = Services.ownDatabase();
        database.autocommit(
                connection -> {
                    Sql.of(
                                    """
                                    insert into jobs (id, display_name, job_type)
                                    select gen_random_uuid(), md5(n::text), 'noop'
                                      from generate_series(1, 20000) n""")
                            .update(connection);
                    return Sql.of("analyze jobs").update(connection);
                });

        var plan =
                database.autocommit(
                        connection ->
                                filter("ышик", null)
                                        .conditions(Sql.of("explain select 1 from jobs j"))
                                        .list(connection, row -> row.text("QUERY PLAN")));

        assertThat(plan).anyMatch(line -> line.contains("jobs_search"));
    }

    private static JobFilter filter(String text, String tag) {
        return new JobFilter(
                JobFilter.Sort.CREATED_AT,
                true,
                text,
                tag,
                null,
                null,
                null,
                null,
                10,
                0,
                Reach.EVERYTHING);
    }

    private static void enter(Database database, String name, String tag) {
        database.transaction(
                connection ->
                        Sql.of(
                                        """
                                        with made as (
                                            insert into jobs (id, display_name, tags, job_type)
                                            values (gen_random_uuid(), :name, array[:tag], 'noop')
                                            returning id)
                                        insert into job_schedule (job_id, definition_version, gated)
                                        select id, 1, false from made""")
                                .with("name", name)
                                .with("tag", tag)
                                .update(connection));
    }
}
