package io.milvaion.scheduler.job.plan;

import io.milvaion.scheduler.job.definition.JobDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is wrong with a schedule row, and what it must say. Instants that were missed meanwhile are
 * left to the dispatcher and its misfire rules: the row is set back to the oldest of them.
 *
 * @param found one sentence
 * @param next what {@code next_run_at} must be; null for nothing planned
 * @param last what {@code last_planned_at} must be
 */
record PlanJudgement(String found, Instant next, Instant last) {

    /** Planned instants are dispatched when they are due, by clocks that differ by seconds. */
    private static final Duration AHEAD = Duration.ofHours(1);

    /** Empty if the row is right, or if more than the row is needed to tell. */
    static Optional<PlanJudgement> of(PlanRow row) {
        var timetable = row.timetable();
        if (!row.scheduled()) {
            return found(row, "It had no schedule row", timetable == null ? null : fresh(row));
        }
        if (timetable == null) {
            return row.next() == null
                    ? Optional.empty()
                    : found(row, "Its definition cannot be read, so it cannot be planned", null);
        }
        if (row.last() != null && row.last().isAfter(row.now().plus(AHEAD))) {
            return Optional.of(
                    new PlanJudgement(
                            "It was said to have run at " + row.last() + ", which is to come",
                            of(row.withoutLast()).map(PlanJudgement::next).orElse(row.next()),
                            null));
        }
        if (!row.runs()) {
            return row.next() == null
                    ? version(row)
                    : found(row, "It was planned although it does not run", null);
        }
        if (row.schedule().followsEnd()) {
            return version(row); // any instant may be right, and DelayedRuns plans what is not
        }
        return row.schedule().repeats() ? repeating(row) : once(row);
    }

    private static Optional<PlanJudgement> repeating(PlanRow row) {
        Instant expected = fresh(row);
        if (row.next() == null) {
            return expected == null ? version(row) : found(row, "It was not planned", expected);
        }
        if (!row.timetable().standsAt(row.next())) {
            return found(row, row.next() + ", its next run, is not in its timetable", expected);
        }
        if (row.last() != null && !row.next().isAfter(row.last())) {
            return found(
                    row,
                    row.next() + ", its next run, is not after " + row.last() + ", its last",
                    row.timetable().nextAfter(row.last()).orElse(null));
        }
        return version(row);
    }

    private static Optional<PlanJudgement> once(PlanRow row) {
        Instant at = row.timetable().firstAtOrAfter(Instant.MIN).orElse(null);
        if (row.next() == null || row.next().equals(at)) {
            return version(row);
        }
        return found(
                row,
                row.next() + ", its next run, is not when it is to run",
                at == null || at.equals(row.last()) ? null : at);
    }

    /**
     * The next instant that has been neither run nor skipped; {@link PlanRepair} records those
     * before the last edit, since an edit of a schedule begins it anew.
     */
    private static Instant fresh(PlanRow row) {
        if (!row.runs()) {
            return null;
        }
        if (!row.schedule().repeats()) {
            return row.schedule().executeAt() == null || isPast(row)
                    ? null
                    : row.timetable().firstAtOrAfter(Instant.MIN).orElse(null);
        }
        return row.timetable().nextAfter(begin(row)).orElse(null);
    }

    /** Whether it was already past when it was saved, so that it was never planned. */
    static boolean isPast(PlanRow row) {
        return row.schedule()
                .executeAt()
                .isBefore(row.updatedAt().minus(JobDefinition.PAST_TOLERANCE));
    }

    static Instant begin(PlanRow row) {
        return row.last() == null || row.last().isBefore(row.updatedAt())
                ? row.updatedAt()
                : row.last();
    }

    private static Optional<PlanJudgement> version(PlanRow row) {
        return row.definitionVersion() == row.version()
                ? Optional.empty()
                : found(
                        row,
                        "Its schedule was of version "
                                + row.definitionVersion()
                                + ", not "
                                + row.version(),
                        row.next());
    }

    private static Optional<PlanJudgement> found(PlanRow row, String found, Instant next) {
        return Optional.of(new PlanJudgement(found, next, row.last()));
    }
}
