package io.milvaion.scheduler.time.advice;

import io.milvaion.scheduler.time.dialect.CronDialect;
import java.time.Instant;
import java.util.Optional;

/**
 * What a text means in another dialect, where that is something else.
 *
 * @param problem why the other one refuses it; empty when it does not
 * @param meaning when it runs in the other one, in English; empty when it is refused there
 * @param first the first instant at which only one of them runs; empty when it is refused there
 * @param runsHere whether it is ours that runs at that instant
 */
public record DialectDifference(
        CronDialect dialect,
        Optional<String> problem,
        Optional<String> meaning,
        Optional<Instant> first,
        boolean runsHere) {

    static DialectDifference refused(CronDialect dialect, String problem) {
        return new DialectDifference(
                dialect, Optional.of(problem), Optional.empty(), Optional.empty(), false);
    }

    static DialectDifference other(
            CronDialect dialect, String meaning, Instant first, boolean runsHere) {
        return new DialectDifference(
                dialect, Optional.empty(), Optional.of(meaning), Optional.of(first), runsHere);
    }

    /** The same as a sentence. */
    public String text() {
        return problem.map(reason -> "Not valid in " + dialect.title() + ": " + reason)
                .orElseGet(
                        () ->
                                "In "
                                        + dialect.title()
                                        + ": "
                                        + meaning.orElseThrow()
                                        + " First difference: "
                                        + first.orElseThrow()
                                        + (runsHere
                                                ? ", when it runs here and not there."
                                                : ", when it runs there and not here."));
    }
}
