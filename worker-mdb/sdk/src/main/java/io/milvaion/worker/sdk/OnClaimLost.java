package io.milvaion.worker.sdk;

/**
 * What becomes of an attempt in this process when another process has taken its claim: because this
 * one slept or was cut off for too long, the run may be executed a second time elsewhere.
 */
public enum OnClaimLost {
    /** As the worker's setting says; it is {@code finish} unless set. */
    DEFAULT,
    /** The attempt goes on to its end. */
    FINISH,
    /** The job is told to stop and interrupted, so that two seldom run at the same time. */
    INTERRUPT
}
