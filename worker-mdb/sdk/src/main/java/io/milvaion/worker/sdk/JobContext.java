package io.milvaion.worker.sdk;

import java.time.Instant;
import java.util.UUID;

/**
 * One attempt at one occurrence, as the job sees it. May be used from several threads until {@link
 * Job#execute} returns; what is logged or told later is dropped.
 */
public interface JobContext {

    /** The same for each attempt and each repeated delivery: the key of effects made only once. */
    UUID occurrenceId();

    UUID jobId();

    /** The display name of the job. */
    String jobName();

    /** From 1. */
    int attempt();

    /** The instant for which this run was planned; for a manual run when it was triggered. */
    Instant plannedAt();

    /** Whether somebody has triggered this run. */
    boolean manual();

    /** Name of the account by which this run was triggered; null if the schedule did. */
    String triggeredBy();

    /**
     * Reads the job data into a record or class: unknown members, wrong types and violated
     * constraints of Bean Validation are refused. What is left out is null; a member of a primitive
     * type must be there. Times are read from their ISO-8601 text. A {@code double} holds not every
     * number; {@link java.math.BigDecimal} and {@link #dataText} have all digits.
     *
     * @throws PermanentJobException saying what does not fit
     */
    <T> T data(Class<T> type);

    /** The job data as the text of a JSON object; {@code {}} when the job has none. */
    String dataText();

    /**
     * Adds a line to the log of the occurrence. An attempt may log 1,000 lines and 1 MiB; then one
     * last line says that the log was cut.
     */
    void log(LogLevel level, String message);

    default void info(String message) {
        log(LogLevel.INFO, message);
    }

    default void warn(String message) {
        log(LogLevel.WARN, message);
    }

    default void error(String message) {
        log(LogLevel.ERROR, message);
    }

    /**
     * Says how far the attempt has come; shown at most about twice a second, and forward only. When
     * the attempt completes it is shown as 100 if it has ever said something here.
     *
     * @param percent 0 to 100; beyond that the nearest of the two
     * @param text what happens now, or null
     */
    void progress(int percent, String text);

    /**
     * Whether this attempt should stop: it was cancelled, its time is over, another process has
     * taken the run over (see {@link OnClaimLost}) or the worker stops. A job that has been told so
     * and returns has stopped before its end; it does not count as completed.
     */
    boolean cancelled();

    /**
     * Stops here if this attempt should stop.
     *
     * @throws InterruptedException for the job to pass on
     */
    void checkCancelled() throws InterruptedException;
}
