package io.milvaion.scheduler.run.tracking;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.persistence.Columns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** Folds reports to one for each attempt before anything is read from the database. */
final class ReportFold {

    private static final Comparator<Reported> ORDER =
            Comparator.comparing(Reported::occurrenceId, Columns.UUID_ORDER)
                    .thenComparingInt(Reported::attempt);

    private record Key(UUID occurrenceId, int number) {}

    private ReportFold() {}

    /**
     * Of the reports on one attempt keeps the one with the highest rank; of several with rank 3 the
     * first, unless its job went on when it was made; of several from a running attempt the one
     * that is furthest. What it has told of its progress is kept.
     *
     * @param reports in the order of their arrival
     * @return sorted by occurrence id as PostgreSQL sorts it, then by attempt
     */
    static List<Reported> fold(Collection<Reported> reports) {
        var byAttempt = new LinkedHashMap<Key, Reported>();
        for (var reported : reports) {
            byAttempt.merge(
                    new Key(reported.occurrenceId(), reported.attempt()),
                    reported,
                    (old, next) ->
                            replaces(next, old)
                                    ? next.withProgressOf(old)
                                    : old.withProgressOf(next));
        }
        var folded = new ArrayList<>(byAttempt.values());
        folded.sort(ORDER);
        return folded;
    }

    private static boolean replaces(Reported next, Reported old) {
        if (next.state().rank() != old.state().rank()) {
            return next.state().rank() > old.state().rank();
        }
        return next.state() == OccurrenceState.RUNNING
                ? progress(next) >= progress(old)
                : old.report().goesOn() && !next.report().goesOn();
    }

    private static int progress(Reported reported) {
        Integer percent = reported.report().progress();
        return percent == null ? -1 : percent;
    }
}
