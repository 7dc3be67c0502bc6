package io.milvaion.worker.runtime.claim;

/** What a claim script answers. */
public enum ClaimOutcome {
    /** The run is this worker's. */
    GRANTED,
    /** A newer attempt was seen: the message is out of date. */
    SUPERSEDED,
    /** The run has ended and its report is confirmed. */
    DONE,
    /** This process holds the run already: the message is settled together with it. */
    SETTLE,
    /** Another process holds the run and is alive. */
    LIVE,
    /** Another process was running it and has not renewed its claim: the scheduler decides. */
    DEAD,
    /** The run was asked to stop. */
    CANCELLED,
    /** There is no claim, and the message may be about a run that has ended long ago. */
    DOUBT,
    /** The claim is this worker's as before. */
    HELD,
    /** Another process, or a newer attempt, has the claim. */
    LOST,
    /** The claim has vanished. */
    MISSING
}
