package io.milvaion.worker.runtime.job;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.contract.StatusMessage;
import io.milvaion.contract.WireLimits;
import io.milvaion.platform.secret.SecretText;
import io.milvaion.platform.text.CleanText;
import io.milvaion.worker.sdk.JobResult;
import io.milvaion.worker.sdk.PermanentJobException;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * How an attempt has ended. All texts are clean and cut.
 *
 * @param result or null
 * @param error message and stack trace, or null
 * @param errorType class name of the failure, or null
 * @param permanent whether a retry cannot help
 */
public record Outcome(
        OccurrenceState state, String result, String error, String errorType, boolean permanent) {

    private static final int MAX_CAUSES = 20;

    static Outcome completed(JobResult result) {
        return new Outcome(OccurrenceState.COMPLETED, textOf(result), null, null, false);
    }

    /** The job has stopped because it was told to. */
    public static Outcome stopped(StopReason reason, JobResult result) {
        return new Outcome(
                reason.state(),
                textOf(result),
                reason == StopReason.CANCELLED ? null : reason.text(),
                reason == StopReason.CANCELLED ? null : "io.milvaion." + reason,
                false);
    }

    /** The job was told to stop and goes on all the same; how it ends will not be known. */
    static Outcome abandoned(StopReason reason, long secondsAgo) {
        return new Outcome(
                reason.state(),
                null,
                "%s, and the job did not stop within %d s: it was abandoned and still holds its slot"
                        .formatted(reason.text(), secondsAgo),
                StatusMessage.ABANDONED,
                false);
    }

    /**
     * @param secrets that the failure may tell
     */
    static Outcome failed(Throwable failure, SecretText secrets) {
        var permanent = permanentIn(failure);
        var shown = permanent == null ? failure : permanent;
        return new Outcome(
                OccurrenceState.FAILED,
                null,
                CleanText.utf8(secrets.masked(stackTrace(shown)), WireLimits.ERROR_BYTES),
                shown.getClass().getName(),
                permanent != null);
    }

    private static String textOf(JobResult result) {
        return result == null ? null : CleanText.utf8(result.text(), WireLimits.RESULT_BYTES);
    }

    /** Containers wrap what passes through them, so the wish of the job may be deeper inside. */
    private static PermanentJobException permanentIn(Throwable failure) {
        Throwable at = failure;
        for (int i = 0; at != null && i < MAX_CAUSES; i++, at = at.getCause()) {
            if (at instanceof PermanentJobException permanent) {
                return permanent;
            }
        }
        return null;
    }

    private static String stackTrace(Throwable failure) {
        var out = new StringWriter();
        try {
            failure.printStackTrace(new PrintWriter(out));
        } catch (RuntimeException | StackOverflowError e) { // its own toString or getCause throws
            return failure.getClass().getName() + " (its stack trace cannot be printed: " + e + ")";
        }
        return out.toString();
    }
}
