package io.milvaion.scheduler.run.tracking;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.state.occurrence.Stage;

/**
 * What one report makes of an occurrence. The rules are in the package documentation.
 *
 * @param changes whether the row of the occurrence changes
 * @param standing where the occurrence stands now
 * @param storesAttempt whether the report becomes the record of its attempt
 * @param stopsMessage whether the message of a newer attempt is about and must not start
 */
record Verdict(boolean changes, Standing standing, boolean storesAttempt, boolean stopsMessage) {

    /**
     * @param now where the occurrence stands
     * @param attemptState what is recorded of the reported attempt, or null if nothing is
     */
    static Verdict of(
            Standing now,
            Reported reported,
            OccurrenceState attemptState,
            RunRules rules,
            RetrySettings defaults) {
        if (reported.poison()) {
            return onPoison(now, reported);
        }
        boolean late = attemptState == OccurrenceState.UNKNOWN && isResult(reported.state());
        if (now.isFinal()) {
            return onFinal(now, reported, late);
        }
        if (reported.attempt() < now.attempt()) {
            return onNewerAttempt(now, reported, late);
        }
        if (now.abandoned() != null && reported.attempt() == now.attempt()) {
            return onAbandoned(now, reported, rules);
        }
        if (now.stage() == Stage.HELD) { // it was never published: somebody made this up
            return nothing(now);
        }
        if (reported.state() == OccurrenceState.RUNNING) {
            return onRunning(now, reported);
        }
        return onEndOfAttempt(now, reported, rules, defaults);
    }

    /** Ends a run that waits for this very message; anything else has gone on without it. */
    private static Verdict onPoison(Standing now, Reported reported) {
        return now.stage() == Stage.READY && now.attempt() == reported.attempt()
                ? new Verdict(true, now.ended(reported, OccurrenceState.FAILED), true, true)
                : nothing(now);
    }

    private static Verdict onFinal(Standing now, Reported reported, boolean late) {
        boolean replaces =
                now.state() == OccurrenceState.UNKNOWN
                        && isResult(reported.state())
                        && (reported.attempt() >= now.attempt()
                                || (late && reported.state() == OccurrenceState.COMPLETED));
        return replaces
                ? new Verdict(true, now.ended(reported, reported.state()), true, false)
                : new Verdict(false, now, late, false);
    }

    private static Verdict onNewerAttempt(Standing now, Reported reported, boolean late) {
        boolean wins =
                late
                        && reported.state() == OccurrenceState.COMPLETED
                        && now.state() == OccurrenceState.QUEUED;
        return wins
                ? new Verdict(true, now.ended(reported, OccurrenceState.COMPLETED), true, true)
                : new Verdict(false, now, late, false);
    }

    private static Verdict onRunning(Standing now, Reported reported) {
        Integer progress = reported.report().progress();
        if (now.state() != OccurrenceState.RUNNING || reported.attempt() > now.attempt()) {
            return new Verdict(true, now.running(reported), false, false);
        }
        boolean text = reported.report().progressText() != null;
        int percent = progress == null ? -1 : progress;
        int before = now.progress() == null ? -1 : now.progress();
        boolean further = percent > before || (text && (progress == null || percent == before));
        return further ? new Verdict(true, now.running(reported), false, false) : nothing(now);
    }

    /** The attempt is recorded already; now its job has returned, or its worker is gone. */
    private static Verdict onAbandoned(Standing now, Reported reported, RunRules rules) {
        if (reported.state() == OccurrenceState.RUNNING || reported.report().goesOn()) {
            return nothing(now);
        }
        boolean retries = now.abandoned().retries() && !rules.ending();
        return new Verdict(
                true,
                retries
                        ? Standing.queued(Stage.BACKOFF, now.attempt() + 1)
                        : now.ended(reported, now.abandoned().state()),
                false,
                false);
    }

    private static Verdict onGivenUp(
            Standing now, Reported reported, RunRules rules, RetrySettings defaults) {
        boolean failed =
                reported.state() == OccurrenceState.FAILED
                        || reported.state() == OccurrenceState.TIMED_OUT;
        var how =
                new Abandonment(
                        reported.state(),
                        failed && rules.mayRetry(reported, defaults),
                        reported.report().error());
        return new Verdict(true, now.abandoned(reported, how), true, false);
    }

    private static Verdict onEndOfAttempt(
            Standing now, Reported reported, RunRules rules, RetrySettings defaults) {
        if (reported.report().goesOn() && rules.waitsForAbandoned()) {
            return onGivenUp(now, reported, rules, defaults);
        }
        int attempt = reported.attempt();
        return switch (reported.state()) {
            case COMPLETED, CANCELLED ->
                    new Verdict(true, now.ended(reported, reported.state()), attempt > 1, false);
            case UNKNOWN -> {
                if (!rules.retryWhenLost()) {
                    yield new Verdict(
                            true, now.ended(reported, OccurrenceState.UNKNOWN), true, false);
                }
                yield new Verdict(
                        true,
                        rules.mayRetry(reported, defaults)
                                ? Standing.queued(Stage.BACKOFF, attempt + 1)
                                : now.ended(reported, OccurrenceState.FAILED),
                        true,
                        false);
            }
            case FAILED, TIMED_OUT ->
                    new Verdict(
                            true,
                            rules.mayRetry(reported, defaults)
                                    ? Standing.queued(Stage.BACKOFF, attempt + 1)
                                    : now.ended(reported, reported.state()),
                            true,
                            false);
            case QUEUED, RUNNING, SKIPPED ->
                    throw new IllegalArgumentException("no end: " + reported.state());
        };
    }

    private static Verdict nothing(Standing now) {
        return new Verdict(false, now, false, false);
    }

    private static boolean isResult(OccurrenceState state) {
        return state.rank() == OccurrenceState.COMPLETED.rank();
    }
}
