package io.milvaion.scheduler.state.stop;

import io.milvaion.scheduler.ground.event.LiveEvent;

/** Makes the live events of stops of dispatching. */
final class StopEvents {

    private record SwitchFacts(String reason, String actor) {}

    private StopEvents() {}

    /** Somebody has stopped the dispatching of the cluster. */
    static LiveEvent stopped(String reason, String actor) {
        return LiveEvent.system("dispatching.stopped", null, new SwitchFacts(reason, actor));
    }

    /**
     * Somebody has resumed it.
     *
     * @param reason or null
     */
    static LiveEvent resumed(String reason, String actor) {
        return LiveEvent.system("dispatching.resumed", null, new SwitchFacts(reason, actor));
    }
}
