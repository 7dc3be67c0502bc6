package io.milvaion.scheduler.run.tracking;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.state.occurrence.Stage;

/**
 * How far an occurrence has come.
 *
 * @param stage what it waits for; null unless it is queued
 * @param progress percent of the attempt, or null if it has told none; 100 if it is Completed
 * @param abandoned null unless the attempt has ended and its job, which is waited for, goes on
 */
record Standing(
        OccurrenceState state, Stage stage, int attempt, Integer progress, Abandonment abandoned) {

    private static final int WHOLE = 100;

    static Standing queued(Stage stage, int attempt) {
        return new Standing(OccurrenceState.QUEUED, stage, attempt, null, null);
    }

    /** Where it stands when it runs the attempt of a report. */
    Standing running(Reported reported) {
        return abandoned(reported, null);
    }

    /** Where it stands when it waits for the job of an attempt that has ended. */
    Standing abandoned(Reported reported, Abandonment how) {
        return new Standing(
                OccurrenceState.RUNNING, null, reported.attempt(), furthest(reported), how);
    }

    /** Where it stands when a report has ended it. */
    Standing ended(Reported reported, OccurrenceState as) {
        Integer progress = furthest(reported);
        boolean whole = as == OccurrenceState.COMPLETED && progress != null;
        return new Standing(
                as, null, reported.attempt(), whole ? Integer.valueOf(WHOLE) : progress, null);
    }

    /** Progress goes forward only, and each attempt begins anew. */
    private Integer furthest(Reported reported) {
        return reported.attempt() == attempt
                ? Reported.further(progress, reported.report().progress())
                : reported.report().progress();
    }

    boolean isFinal() {
        return state.isFinal();
    }
}
