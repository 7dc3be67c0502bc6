package io.milvaion.scheduler.run.tracking;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.state.occurrence.Stage;

/**
 * How far an occurrence has come.
 *
 * @param stage what it waits for; null unless it is queued
 * @param progress percent, or null
 */
record Course(OccurrenceState state, Stage stage, int attempt, Integer progress) {

    static Course queued(Stage stage, int attempt) {
        return new Course(OccurrenceState.QUEUED, stage, attempt, null);
    }

    static Course running(int attempt, Integer progress) {
        return new Course(OccurrenceState.RUNNING, null, attempt, progress);
    }

    static Course ended(OccurrenceState state, int attempt) {
        return new Course(state, null, attempt, null);
    }

    boolean isFinal() {
        return state.isFinal();
    }
}
