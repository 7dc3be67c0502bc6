package io.milvaion.scheduler.run.dispatch;

import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.state.cancel.CancelSignals;
import io.milvaion.scheduler.state.index.AttemptKey;
import io.milvaion.scheduler.state.index.RunIndex;
import io.milvaion.scheduler.state.occurrence.OccurrenceId;
import io.milvaion.scheduler.state.occurrence.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
                    try (var statement =
                            connection.prepareStatement(
                                    """
                                    select s.job_id, s.next_run_at
                                      from job_schedule s
                                     where s.job_id > ? and s.next_run_at is not null
                                     order by s.job_id limit ?""")) {
                        statement.setObject(1, after);
                        statement.setInt(2, PAGE);
                        try (var row = statement.executeQuery()) {
                            var page = new HashMap<UUID, Instant>();
                            while (row.next()) {
                                page.put(
                                        row.getObject(1, UUID.class),
                                        row.getObject(2, OffsetDateTime.class).toInstant());
                            }
                            return page;
                        }
                    }
                });
    }

    private record Indexed(
            UUID id, int attempt, Stage stage, Instant availableAt, boolean cancelRequested) {}

    private long openRuns(Instant now) {
        long entered = 0;
        UUID after = oldestOpenDay();
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
                connection -> {
                    try (var statement =
                            connection.prepareStatement(
                                    """
                                    select id, attempt, stage, available_at,
                                           cancel_requested_at is not null
                                      from occurrences
                                     where id > ? and state < 2
                                     order by id limit ?""")) {
                        statement.setObject(1, after);
                        statement.setInt(2, PAGE);
                        try (var row = statement.executeQuery()) {
                            var page = new ArrayList<Indexed>();
                            while (row.next()) {
                                var stage = row.getObject(3, Integer.class);
                                var available = row.getObject(4, OffsetDateTime.class);
                                page.add(
                                        new Indexed(
                                                row.getObject(1, UUID.class),
                                                row.getInt(2),
                                                stage == null ? null : Stage.of(stage),
                                                available == null
                                                        ? Instant.EPOCH
                                                        : available.toInstant(),
                                                row.getBoolean(5)));
                            }
                            return page;
                        }
                    }
                });
    }

    /** The start of the oldest day that may hold open runs. */
    private UUID oldestOpenDay() {
        return database.autocommit(
                connection -> {
                    try (var statement =
                                    connection.prepareStatement(
                                            "select min(day) from occurrence_days where closed_at is null");
                            var row = statement.executeQuery()) {
                        row.next();
                        var day = row.getObject(1, java.time.LocalDate.class);
                        return day == null
                                ? LOWEST
                                : OccurrenceId.lowest(day.atStartOfDay().toInstant(ZoneOffset.UTC));
                    }
                });
    }
}
