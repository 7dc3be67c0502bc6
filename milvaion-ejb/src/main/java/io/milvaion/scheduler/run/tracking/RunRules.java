package io.milvaion.scheduler.run.tracking;

import io.milvaion.contract.StatusMessage;

/**
 * What the definition of a job says about its failures.
 *
 * @param maxRetries attempts after the first, or null for the consumer's default
 * @param retryBaseSeconds or null for the consumer's default
 * @param retryWhenLost whether an attempt whose worker has vanished is repeated
 * @param waitsForAbandoned whether an attempt whose job goes on is waited for
 * @param ending whether no further attempt may start: the run was cancelled or the job deleted
 */
record RunRules(
        Integer maxRetries,
        Integer retryBaseSeconds,
        boolean retryWhenLost,
        boolean waitsForAbandoned,
        boolean ending) {

    boolean mayRetry(Reported failed, RetrySettings defaults) {
        return !ending && retryIsLeft(failed, defaults);
    }

    /** Whether a failed attempt is the last one only because the run was to end. */
    boolean stopped(Reported failed, RetrySettings defaults) {
        return ending && retryIsLeft(failed, defaults);
    }

    private boolean retryIsLeft(Reported failed, RetrySettings defaults) {
        int retries = first(maxRetries, failed.report().maxRetries(), defaults.maxRetries());
        return !failed.report().permanent()
                && (goesOnElsewhere(failed) || failed.attempt() <= retries);
    }

    /** A worker that stops is nothing the job has done wrong: its run goes on with any retries. */
    private boolean goesOnElsewhere(Reported failed) {
        return retryWhenLost && StatusMessage.WORKER_STOPPED.equals(failed.report().errorType());
    }

    /** Why a failed attempt is the last one. */
    String whyNoRetry(Reported failed) {
        if (ending) {
            return "the run was cancelled or its job deleted";
        }
        return failed.report().permanent() ? "the failure is permanent" : "none is left";
    }

    int baseSeconds(Reported failed, RetrySettings defaults) {
        return first(retryBaseSeconds, failed.report().retryBaseSeconds(), defaults.baseSeconds());
    }

    private static int first(Integer job, Integer consumer, int otherwise) {
        return job != null ? job : consumer != null ? consumer : otherwise;
    }
}
