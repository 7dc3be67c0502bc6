package io.milvaion.scheduler.time.misfire;

import io.milvaion.scheduler.time.timetable.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The misfire rule: what a pop runs and skips when a job comes later than planned. */
public final class Misfires {

    /** How many missed instants {@link MisfirePolicy#ALL} still runs. */
    public static final int MOST_KEPT = 1_000;

    /** How many skipped instants are listed one by one. */
    static final int MOST_LISTED = 1_000;

    /** How many due instants a pop looks at: more are left to the next pop. */
    static final int MOST_LOOKED_AT = 10_000;

    private Misfires() {}

    /**
     * Decides about the due instants {@code planned} to {@code now}, both included.
     *
     * @param planned the job's oldest due instant, not after {@code now}
     * @param threshold how late the oldest may be without being a misfire
     */
    public static MisfirePlan plan(
            Timetable timetable,
            MisfirePolicy policy,
            Instant planned,
            Instant now,
            Duration threshold) {
        if (planned.isAfter(now)) {
            throw new IllegalArgumentException(planned + " is not due at " + now);
        }
        if (!isLate(planned, now, threshold)) {
            return new MisfirePlan(
                    Optional.of(planned), List.of(), timetable.nextAfter(planned), false);
        }
        Due due = Due.of(timetable, planned, now);
        int kept = policy.firstKept(due.count(), due.more());
        return due.more() || kept == due.count()
                ? due.skipTo(kept)
                : due.runAt(kept, isLate(due.instants().get(kept), now, threshold));
    }

    /**
     * Runs a due instant that a plan has left: whichever are due after its run, the policy keeps.
     *
     * @param planned the plan's next instant, not after {@code now}
     */
    public static MisfirePlan kept(
            Timetable timetable, Instant planned, Instant now, Duration threshold) {
        return new MisfirePlan(
                Optional.of(planned),
                List.of(),
                timetable.nextAfter(planned),
                isLate(planned, now, threshold));
    }

    /**
     * Foretells what plans in a row make of the due instants {@code planned} to {@code now}.
     *
     * @param planned likewise
     * @param looks how many times at most it looks at up to {@value MOST_LOOKED_AT} instants: what
     *     is left then stays undecided
     */
    public static Forecast forecast(
            Timetable timetable,
            MisfirePolicy policy,
            Instant planned,
            Instant now,
            Duration threshold,
            int looks) {
        var forecast = new Forecast.Builder();
        Optional<Instant> next = Optional.of(planned);
        for (int look = 0; look < looks && Due.isDue(next, now); look++) {
            Due due = Due.of(timetable, next.get(), now);
            boolean late = isLate(next.get(), now, threshold);
            int kept = late ? policy.firstKept(due.count(), due.more()) : 0;
            int end = late && due.more() ? kept : due.count();
            forecast.skips(due.skipped(kept));
            due.instants()
                    .subList(kept, end)
                    .forEach(run -> forecast.runs(run, isLate(run, now, threshold)));
            next = due.instantAt(end);
        }
        return forecast.build(next, Due.isDue(next, now));
    }

    private static boolean isLate(Instant planned, Instant now, Duration threshold) {
        return Duration.between(planned, now).compareTo(threshold) > 0;
    }

    /**
     * The due instants a pop looks at, oldest first.
     *
     * @param following the planned instant after them, due only if there are {@code more}
     */
    private record Due(List<Instant> instants, Optional<Instant> following, boolean more) {

        static Due of(Timetable timetable, Instant planned, Instant now) {
            List<Instant> instants = new ArrayList<>();
            Optional<Instant> following = Optional.of(planned);
            while (isDue(following, now) && instants.size() < MOST_LOOKED_AT) {
                instants.add(following.get());
                following = timetable.nextAfter(following.get());
            }
            return new Due(instants, following, isDue(following, now));
        }

        private static boolean isDue(Optional<Instant> instant, Instant now) {
            return instant.isPresent() && !instant.get().isAfter(now);
        }

        int count() {
            return instants.size();
        }

        /** Skips what is before the instant with this index and runs that one. */
        MisfirePlan runAt(int index, boolean late) {
            return new MisfirePlan(
                    Optional.of(instants.get(index)), skipped(index), instantAt(index + 1), late);
        }

        /** Skips what is before the instant with this index and leaves that one to the next pop. */
        MisfirePlan skipTo(int index) {
            return new MisfirePlan(Optional.empty(), skipped(index), instantAt(index), false);
        }

        private Optional<Instant> instantAt(int index) {
            return index < count() ? Optional.of(instants.get(index)) : following;
        }

        private List<SkippedRange> skipped(int count) {
            if (count > MOST_LISTED) {
                return List.of(new SkippedRange(instants.get(0), instants.get(count - 1), count));
            }
            return instants.subList(0, count).stream().map(SkippedRange::of).toList();
        }
    }
}
