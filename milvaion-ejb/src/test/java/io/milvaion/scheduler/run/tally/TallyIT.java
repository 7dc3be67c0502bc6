package io.milvaion.scheduler.run.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.scheduler.run.leader.Term;
import io.milvaion.scheduler.run.leader.TermFence;
import io.milvaion.scheduler.run.leader.TermOver;
import io.milvaion.scheduler.run.tracking.TrackingScene;
import io.milvaion.scheduler.service.Services;
import io.milvaion.scheduler.state.tally.Period;
import io.milvaion.scheduler.state.tally.Sketch;
import io.milvaion.scheduler.state.tally.TallySubject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TallyIT {

    /** What the rows of a period must say, from the runs themselves. */
    private static final String RECOUNT =
            """
            with run as (
                select %1$s as subject, o.*,
                       coalesce((select a.started_at from attempts a
                                  where a.occurrence_id = o.id and a.attempt = 1),
                                case when o.attempt = 1 then o.started_at end) as first_start
                  from occurrences o),
            started as (
                select subject, date_trunc('%2$s', first_start, 'UTC') as at, count(*) as started,
                       sum(greatest(0, round(1000 * extract(epoch from first_start - planned_at))))
                           as lateness_ms
                  from run where first_start is not null group by 1, 2),
            ended as (
                select subject, date_trunc('%2$s', ended_at, 'UTC') as at,
                       count(*) filter (where state = 2) as completed,
                       count(*) filter (where state = 3) as failed,
                       count(*) filter (where state = 4) as cancelled,
                       count(*) filter (where state = 5) as timed_out,
                       count(*) filter (where state = 6) as unknown,
                       sum(duration_ms) filter (where state = 2) as duration_ms
                  from run where ended_at is not null group by 1, 2)
            select concat_ws(' ', subject, at, coalesce(started, 0), coalesce(completed, 0),
                             coalesce(failed, 0), coalesce(cancelled, 0), coalesce(timed_out, 0),
                             coalesce(unknown, 0), coalesce(lateness_ms, 0)::bigint,
                             coalesce(duration_ms, 0)::bigint)
              from started full join ended using (subject, at) order by subject, at""";

    private static final String TALLIED =
            """
            select concat_ws(' ', subject, at, started, completed, failed, cancelled, timed_out,
                             unknown, lateness_ms, duration_ms)
              from %s where subject in (%s)
               and started + completed + failed + cancelled + timed_out + unknown > 0
             order by subject, at""";

    private final TrackingScene scene = new TrackingScene(Services.ownDatabase());
    private final TallyRound round = new TallyRound(scene.database);

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void numbersAreThoseOfARecount() {
        var load = new MixedLoad(scene, 7);
        load.run(400);
        addUp();
        load.run(240); // into rows that are there
        scene.execute("update jobs set deleted_at = now() where id = ?", load.jobs().get(1));
        addUp();

        assertRight();
    }

    @Test
    void whatAWorkerSaysOfTimeKeepsNothingElseFromBeingAddedUp() {
        var load = new MixedLoad(scene, 5);
        load.absurd(Instant.parse("+30000-01-01T00:00:00Z"), Long.MAX_VALUE);
        load.absurd(Instant.parse("-0500-01-01T00:00:00Z"), Long.MIN_VALUE);
        load.run(8);

        addUp();

        assertThat(
                        scene.one(
                                "select sum(completed) from run_days where subject = '%s'"
                                        .formatted(TallySubject.ALL)))
                .isEqualTo("6");
        assertThat(scene.one("select count(*) from untallied_runs")).isEqualTo("0");
    }

    @Test
    void percentilesAreThoseOfTheRuns() {
        new MixedLoad(scene, 11).run(800);
        addUp();

        var sorted =
                scene
                        .list(
                                "select duration_ms from occurrences where state = 2 order by duration_ms")
                        .stream()
                        .map(Long::valueOf)
                        .toList();
        var merged = durations("run_minutes");
        assertThat(merged.count()).isEqualTo(sorted.size()).isGreaterThan(300);
        for (double percent : List.of(50.0, 95.0, 99.0, 100.0)) {
            long exact = sorted.get((int) Math.ceil(percent / 100 * sorted.size()) - 1);
            assertThat((double) merged.percentile(percent))
                    .isBetween(exact * 1.0, exact * 1.01 + 1);
            assertThat(durations("run_days").percentile(percent))
                    .isEqualTo(merged.percentile(percent));
        }
    }

    @Test
    void whatDiesBeforeItsCommitAddsNothing() {
        new MixedLoad(scene, 13).run(80);
        var waiting = scene.one("select count(*) from untallied_runs");

        assertThatThrownBy(
                        () ->
                                scene.database.transaction(
                                        connection -> {
                                            TallyRound.addPortion(connection);
                                            throw new IllegalStateException("died");
                                        }))
                .hasMessage("died");

        assertThat(scene.one("select count(*) from untallied_runs")).isEqualTo(waiting);
        assertThat(scene.one("select count(*) from run_days")).isEqualTo("0");
        addUp();
        assertRight();
    }

    @Test
    void aLeaderWhoseTermIsOverAddsNothing() {
        new MixedLoad(scene, 17).run(40);
        var former = fence();
        scene.execute("update leader_terms set term = term + 1");

        assertThatThrownBy(() -> round.addUp(former)).isInstanceOf(TermOver.class);

        assertThat(scene.one("select count(*) from run_days")).isEqualTo("0");
        addUp();
        assertRight();
    }

    @Test
    void nothingIsLostOrAddedTwiceWhileLeadersChange() throws Exception {
        var load = new MixedLoad(scene, 19);
        var threads = Executors.newFixedThreadPool(3);
        try {
            var work = new ArrayList<Future<?>>();
            for (int node = 0; node < 2; node++) {
                work.add(
                        threads.submit(
                                () -> {
                                    for (int i = 0; i < 40; i++) {
                                        scene.execute("update leader_terms set term = term + 1");
                                        addUpUnlessOver();
                                    }
                                }));
            }
            work.add(threads.submit(() -> load.run(320)));
            for (var done : work) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        addUp();

        assertRight();
    }

    private void assertRight() {
        var types =
                "case job_type when 'odd' then '%s'::uuid else '%s'::uuid end"
                        .formatted(TallySubject.ofType("odd"), TallySubject.ofType("noop"));
        for (var period : Period.values()) {
            assertRight(period, "job_id", "select id from jobs");
            assertRight(
                    period, "'%s'::uuid".formatted(TallySubject.ALL), "'" + TallySubject.ALL + "'");
            assertRight(
                    period,
                    types,
                    "'%s', '%s'"
                            .formatted(TallySubject.ofType("odd"), TallySubject.ofType("noop")));
        }
        assertThat(scene.one("select count(*) from untallied_runs")).isEqualTo("0");
    }

    private void assertRight(Period period, String subject, String subjects) {
        var recount =
                scene.list(RECOUNT.formatted(subject, period.name().toLowerCase(Locale.ROOT)));

        assertThat(scene.list(TALLIED.formatted(period.table(), subjects)))
                .as("%s by %s", period, subject)
                .isNotEmpty()
                .isEqualTo(recount);
    }

    private Sketch durations(String table) {
        var sketch = new Sketch();
        scene.database.autocommit(
                connection -> {
                    try (var select =
                            connection.prepareStatement(
                                    "select durations from " + table + " where subject = ?")) {
                        select.setObject(1, TallySubject.ALL);
                        var rows = select.executeQuery();
                        while (rows.next()) {
                            sketch.add(rows.getBytes(1));
                        }
                        return null;
                    }
                });
        return sketch;
    }

    private void addUp() {
        round.addUp(fence());
    }

    private void addUpUnlessOver() {
        try {
            addUp();
        } catch (TermOver e) {
            assertThat(e).as("another one leads").isNotNull();
        }
    }

    private TermFence fence() {
        return new TermFence(new Term(Long.parseLong(scene.one("select term from leader_terms"))));
    }
}
