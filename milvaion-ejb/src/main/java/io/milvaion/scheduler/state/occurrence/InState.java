package io.milvaion.scheduler.state.occurrence;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.milvaion.contract.OccurrenceState;

/** A run or an attempt as answers show it. */
public interface InState {

    OccurrenceState state();

    /**
     * What answers called the state before 1.0.
     *
     * @deprecated for one release beside {@link #state}
     */
    @Deprecated
    @JsonProperty
    default String stateName() {
        return state().name();
    }
}
