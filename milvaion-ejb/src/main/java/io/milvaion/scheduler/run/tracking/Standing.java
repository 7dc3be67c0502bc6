package io.milvaion.scheduler.run.tracking;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.state.occurrence.Stage;

/**
 * How far an occurrence has come.
 *
 * @param stage what it waits for; null unless it is queued
 * @param progress percent, or null
 */
record Standing(OccurrenceState state, Stage stage, int attempt, Integer progress) {

    static Standing queued(Stage stage, int attempt) {
        return new Standing(OccurrenceState.QUEUED, stage, attempt, null);
    }

    static Standing running(int attempt, Integer progress) {
        return new Standing(OccurrenceState.RUNNING, null, attempt, progress);
    }

    static Standing ended(OccurrenceState state, int attempt) {
        return new Standing(state, null, attempt, null);
    }

    boolean isFinal() {
        return state.isFinal();
    }
}
