package io.milvaion.scheduler.run.dispatch;

import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.state.claim.CancelSignals;
import io.milvaion.scheduler.state.index.AttemptKey;
import io.milvaion.scheduler.state.index.RunIndex;
import io.milvaion.scheduler.state.occurrence.OpenRuns;
import io.milvaion.scheduler.state.occurrence.Stage;
import io.milvaion.scheduler.state.occurrence.States;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Fills the index from PostgreSQL: after Redis has lost data, and at the first start. Runs that
 * were published are not published again here: they are entered as open, and recovery decides.
 */
@ApplicationScoped
public class Rebuild {

    private static final int PAGE = 1_000;
    private static final UUID LOWEST = new UUID(0, 0);

    @Inject Database database;
    @Inject RunIndex index;
    @Inject CancelSignals cancelled;

    /**
     * @param now the Redis clock
     * @return planned jobs and open runs that were entered
     */
    public long run(Instant now) {
        return schedule() + openRuns(now);
    }

    private long schedule() {
        long entered = 0;
        UUID after = LOWEST;
        while (true) {
            var page = planned(after);
            entered += index.replan(page);
            if (page.size() < PAGE) {
                return entered;
            }
            after = page.keySet().stream().max(Columns.UUID_ORDER).orElseThrow();
        }
    }

    private Map<UUID, Instant> planned(UUID after) {
        return database.autocommit(
                connection -> {
                    var page = new HashMap<UUID, Instant>();
                    Sql.of(
                                    """
                                    select s.job_id, s.next_run_at
                                      from job_schedule s
                                     where s.job_id > :after and s.next_run_at is not null
                                     order by s.job_id limit :limit""")
                            .with("after", after)
                            .with("limit", PAGE)
                            .forEach(
                                    connection,
                                    row ->
                                            page.put(
                                                    row.uuid("job_id"),
                                                    row.instant("next_run_at")));
                    return page;
                });
    }

    private record Indexed(
            UUID id, int attempt, Stage stage, Instant availableAt, boolean cancelRequested) {

        static Indexed of(Row row) throws SQLException {
            var available = row.instant("available_at");
            return new Indexed(
                    row.uuid("id"),
                    row.integer("attempt"),
                    Stage.of(row, "stage"),
                    available == null ? Instant.EPOCH : available,
                    row.flag("cancel_requested"));
        }
    }

    private long openRuns(Instant now) {
        long entered = 0;
        UUID after = database.autocommit(OpenRuns::smallestOpenId);
        while (true) {
            var page = open(after);
            var retries = new HashMap<AttemptKey, Instant>();
            var others = new ArrayList<UUID>();
            for (var run : page) {
                if (run.stage() == Stage.BACKOFF) {
                    retries.put(new AttemptKey(run.id(), run.attempt()), run.availableAt());
                } else {
                    others.add(run.id());
                }
            }
            cancelled.restore(
                    page.stream().filter(Indexed::cancelRequested).map(Indexed::id).toList());
            index.register(retries);
            index.lookAt(retries);
            index.opened(others, now);
            entered += page.size();
            if (page.size() < PAGE) {
                return entered;
            }
            after = page.get(PAGE - 1).id();
        }
    }

    private List<Indexed> open(UUID after) {
        return database.autocommit(
                connection ->
                        Sql.of(
                                        """
                                        select id, attempt, stage, available_at,
                                               cancel_requested_at is not null as cancel_requested
                                          from occurrences
                                         where id > :after and %s
                                         order by id limit :limit"""
                                                .formatted(States.OPEN))
                                .with("after", after)
                                .with("limit", PAGE)
                                .list(connection, Indexed::of));
    }
}
