package io.milvaion.scheduler.state.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.run.tracking.TrackingScene;
import io.milvaion.scheduler.state.tally.Period;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OldRowsIT {

    private final TrackingScene scene = new TrackingScene();
    private final String name = "old " + UUID.randomUUID() + " ";

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aWorkerThatWasSilentForADayIsForgotten() {
        scene.execute(
                """
                insert into workers (instance_id, max_parallel_jobs, consumers, started_at,
                                     last_seen_at)
                select ? || h, 1, '[]', now(), now() - h * interval '1 hour'
                  from unnest(array[23, 25]) as h""",
                name);

        assertThat(kept("select instance_id from workers where instance_id like ?"))
                .containsExactly(name + "23");
    }

    @Test
    void allAreForgottenHoweverManyThereAre() {
        scene.execute(
                """
                insert into repairs (id, kind, at, found, done)
                select gen_random_uuid(), 'gate',
                       now() - case when n = 0 then 89 else 91 end * interval '1 day',
                       ? || case when n = 0 then 'young' else n::text end, ''
                  from generate_series(0, 10500) as n""",
                name);

        assertThat(kept("select found from repairs where found like ?"))
                .containsExactly(name + "young");
    }

    @Test
    void whatWasRepairedAndAskedForIsForgottenAfterNinetyDays() {
        scene.execute(
                """
                insert into reconcile_runs (id, requested_by, requested_at)
                select gen_random_uuid(), ? || d, now() - d * interval '1 day'
                  from unnest(array[89, 91]) as d""",
                name);
        scene.execute(
                """
                insert into repairs (id, kind, at, found, done)
                select gen_random_uuid(), 'gate', now() - d * interval '1 day', ? || d, ''
                  from unnest(array[89, 91]) as d""",
                name);

        assertThat(kept("select requested_by from reconcile_runs where requested_by like ?"))
                .containsExactly(name + "89");
        assertThat(kept("select found from repairs where found like ?"))
                .containsExactly(name + "89");
    }

    @Test
    void talliesAreKeptTheLongerTheCoarserTheyAre() {
        var subject = UUID.randomUUID();
        for (var period : Period.values()) {
            scene.execute(
                    """
                    insert into %s (subject, at)
                    select ?, now() - d * interval '1 day' from unnest(array[1, 3, 89, 91, 729, 731]) d"""
                            .formatted(period.table()),
                    subject);
        }

        OldRows.forget(scene.database, new SettingsReader(key -> Optional.empty()));

        for (var kept : Map.of(Period.MINUTE, "1", Period.HOUR, "3", Period.DAY, "5").entrySet()) {
            assertThat(
                            scene.one(
                                    "select count(*) from "
                                            + kept.getKey().table()
                                            + " where subject = ?",
                                    subject))
                    .as(kept.getKey().name())
                    .isEqualTo(kept.getValue());
        }
    }

    private Iterable<String> kept(String select) {
        OldRows.forget(scene.database, new SettingsReader(key -> Optional.empty()));
        return scene.list(select, name + "%");
    }
}
