package io.milvaion.scheduler.job.autodisable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** Counts failures in the transaction of the tracker. Safe to share. */
public final class FailureCounter {

    private final AutoDisableSettings settings;

    public FailureCounter(AutoDisableSettings settings) {
        this.settings = settings;
    }

    /**
     * Counts runs that have ended; the occurrences are locked.
     *
     * @return jobs that are to be deactivated after the commit
     */
    public List<UUID> count(Connection connection, Collection<Ending> endings) throws SQLException {
        var byJob = new HashMap<UUID, List<Ending>>();
        endings.stream()
                .sorted(Comparator.comparing(Ending::at))
                .forEach(e -> byJob.computeIfAbsent(e.jobId(), id -> new ArrayList<>()).add(e));
        byJob.values().removeIf(ofJob -> ofJob.stream().noneMatch(Ending::counts));
        if (byJob.isEmpty()) {
            return List.of();
        }
        var counted = new ArrayList<FailureRows.Counted>();
        FailureRows.lock(connection, byJob.keySet())
                .forEach((id, streak) -> counted.add(counted(id, streak, byJob.get(id))));
        FailureRows.write(connection, counted);
        return counted.stream()
                .filter(FailureRows.Counted::trips)
                .map(FailureRows.Counted::jobId)
                .toList();
    }

    private FailureRows.Counted counted(UUID jobId, Streak before, List<Ending> endings) {
        var limits = endings.get(0).limits();
        int limit = settings.failures(limits);
        var streak = before;
        for (var ending : endings) {
            if (ending.resets()) {
                streak = Streak.NONE;
            } else if (ending.fails()) {
                streak = streak.failed(ending.at(), error(ending), limit);
            }
        }
        boolean trips = limits.active() && streak.trips(limit, settings.window(limits));
        return new FailureRows.Counted(jobId, streak, trips);
    }

    private static String error(Ending failed) {
        return failed.error() == null || failed.error().isBlank()
                ? failed.state().name()
                : failed.error();
    }
}
