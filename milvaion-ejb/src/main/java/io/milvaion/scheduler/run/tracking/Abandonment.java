package io.milvaion.scheduler.run.tracking;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.contract.StatusMessage;
import io.milvaion.contract.StatusMessage.Report;
import io.milvaion.scheduler.state.occurrence.OccurrenceJournal;

/**
 * An attempt that has ended while its job goes on, and is waited for.
 *
 * @param state what it has ended as
 * @param retries whether another attempt follows when the job has returned
 * @param error or null
 */
record Abandonment(OccurrenceState state, boolean retries, String error) {

    /**
     * What the end of the wait is recorded as: the end of the attempt, told when the job has
     * returned or its worker is gone.
     */
    Reported endedBy(Reported told) {
        var report = told.report();
        return new Reported(
                told.instanceId(),
                told.workerGroup(),
                new Report(
                        report.occurrenceId(),
                        report.attempt(),
                        state,
                        report.publishedAt(),
                        report.startedAt(),
                        report.endedAt(),
                        report.durationMs(),
                        report.progress(),
                        report.progressText(),
                        null,
                        error,
                        error == null ? null : StatusMessage.ABANDONED,
                        false,
                        report.maxRetries(),
                        report.retryBaseSeconds(),
                        null));
    }

    static OccurrenceJournal.Line begun(Reported reported, String ending) {
        return OccurrenceJournal.Line.warn(
                reported.occurrenceId(),
                ending
                        + ", and its job goes on all the same: the run waits until that has"
                        + " returned or its worker is gone");
    }

    static OccurrenceJournal.Line over(Reported reported, String follows) {
        return OccurrenceJournal.Line.info(
                reported.occurrenceId(),
                "The abandoned job of attempt "
                        + reported.attempt()
                        + (reported.state() == OccurrenceState.UNKNOWN
                                ? " is gone: nobody holds its claim; "
                                : " has returned; ")
                        + follows);
    }

    /** Whether a worker that does not know how to tell of its return has given a job up. */
    static boolean isUntold(Reported reported) {
        return StatusMessage.ABANDONED.equals(reported.report().errorType())
                && !reported.report().goesOn();
    }

    static OccurrenceJournal.Line untold(Reported reported) {
        return OccurrenceJournal.Line.warn(
                reported.occurrenceId(),
                "The abandoned job of attempt "
                        + reported.attempt()
                        + " is not waited for: its worker does not tell when it returns");
    }
}
