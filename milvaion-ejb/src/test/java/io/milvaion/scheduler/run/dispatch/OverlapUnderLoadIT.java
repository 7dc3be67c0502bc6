package io.milvaion.scheduler.run.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.run.tracking.TrackingScene;
import io.milvaion.scheduler.service.Services;
import io.milvaion.scheduler.state.day.OccurrenceDays;
import io.milvaion.scheduler.state.gate.OverlapPolicy;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OverlapUnderLoadIT {

    private TrackingScene scene;
    private GateLoad load;

    @BeforeEach
    void open() {
        scene = new TrackingScene(Services.ownDatabase());
        scene.database.transaction(
                connection -> {
                    OccurrenceDays.create(connection, LocalDate.now(ZoneOffset.UTC));
                    return null;
                });
        writeHistory();
        load = new GateLoad(scene);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void neverMoreRunsAreOpenThanThePolicyAllowsAndNothingIsStuck() throws Exception {
        var skip = load.job(OverlapPolicy.SKIP, null);
        var queue = load.job(OverlapPolicy.QUEUE, null);
        var three = load.job(OverlapPolicy.PARALLEL, 3);

        load.run(false, () -> released() >= 10 && ended() >= 100);
        load.drain();

        assertThat(mostOpen(skip)).isEqualTo(1);
        assertThat(mostOpen(queue)).isEqualTo(1);
        assertThat(mostOpen(three)).isEqualTo(3);
        assertThat(scene.one("select count(*) from history where overtakes"))
                .as("released before an older one")
                .isEqualTo("0");
        assertThat(released()).isPositive();
        nothingIsLeft();
    }

    @Test
    void changesOfPolicyUnderLoadLoseNoRunAndNoCount() throws Exception {
        for (var policy : OverlapPolicy.values()) {
            load.job(policy, null);
        }

        load.run(true, () -> released() >= 10 && ended() >= 100);
        load.drain();

        nothingIsLeft();
    }

    private void nothingIsLeft() {
        assertThat(scene.one("select count(*) from occurrences where state < 2")).isEqualTo("0");
        assertThat(scene.one("select count(*) from held_runs")).isEqualTo("0");
        assertThat(
                        scene.one(
                                """
                                select count(*) from job_schedule
                                 where open_count <> 0 or held_count <> 0
                                    or open_occurrence_id is not null"""))
                .isEqualTo("0");
    }

    private int released() {
        return Integer.parseInt(scene.one("select count(*) from history where released"));
    }

    private int ended() {
        return Integer.parseInt(scene.one("select count(*) from history where delta < 0"));
    }

    private int mostOpen(UUID job) {
        var most =
                scene.one(
                        """
                        select max(open) from (
                               select sum(delta) over (order by seq) as open
                                 from history where job_id = ?) h""",
                        job);
        return most == null ? 0 : Integer.parseInt(most);
    }

    /** Whoever opens or ends a run holds its gate, so the numbers are in the order of the gate. */
    private void writeHistory() {
        scene.execute(
                """
                create table history (seq bigserial, job_id uuid, delta int, released boolean,
                                      overtakes boolean)""");
        scene.execute(
                """
                create function write_history() returns trigger language plpgsql as $$
                declare
                    now_open boolean := new.state < 2 and new.stage is distinct from 1;
                    was_open boolean := tg_op = 'UPDATE' and old.state < 2
                                        and old.stage is distinct from 1;
                    is_released boolean := tg_op = 'UPDATE' and old.stage = 1 and new.stage = 0;
                begin
                    if now_open <> was_open then
                        insert into history (job_id, delta, released, overtakes)
                        values (new.job_id, now_open::int - was_open::int, is_released,
                                is_released and exists (
                                    select 1 from held_runs
                                     where job_id = new.job_id and occurrence_id < new.id));
                    end if;
                    return null;
                end $$""");
        scene.execute(
                """
                create trigger history after insert or update on occurrences
                    for each row execute function write_history()""");
    }
}
