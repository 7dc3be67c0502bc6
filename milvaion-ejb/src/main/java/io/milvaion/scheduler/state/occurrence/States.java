package io.milvaion.scheduler.state.occurrence;

import io.milvaion.contract.OccurrenceState;

/**
 * Conditions on where an occurrence stands, for the texts of statements; an alias with its dot may
 * precede each. Codes in them are literals: a partial index serves no condition on a parameter.
 */
public final class States {

    /** Queued or running. */
    public static final String OPEN = "state < " + OccurrenceState.COMPLETED.code();

    /** Not {@link #OPEN}. */
    public static final String FINAL = "state >= " + OccurrenceState.COMPLETED.code();

    /** Final, and not Completed. */
    public static final String UNSUCCESSFUL = "state > " + OccurrenceState.COMPLETED.code();

    /** Not {@link #UNSUCCESSFUL}. */
    public static final String OPEN_OR_COMPLETED = "state <= " + OccurrenceState.COMPLETED.code();

    /** Running or final. */
    public static final String STARTED = "state > " + OccurrenceState.QUEUED.code();

    public static final String QUEUED = is(OccurrenceState.QUEUED);
    public static final String RUNNING = is(OccurrenceState.RUNNING);
    public static final String UNKNOWN = is(OccurrenceState.UNKNOWN);

    /** Queued runs alone have a stage. */
    public static final String READY = is(Stage.READY);

    public static final String HELD = is(Stage.HELD);
    public static final String NOT_HELD = "stage is distinct from " + Stage.HELD.code();
    public static final String BACKOFF = is(Stage.BACKOFF);

    private States() {}

    private static String is(OccurrenceState state) {
        return "state = " + state.code();
    }

    private static String is(Stage stage) {
        return "stage = " + stage.code();
    }
}
