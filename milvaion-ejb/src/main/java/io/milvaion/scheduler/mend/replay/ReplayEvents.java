package io.milvaion.scheduler.mend.replay;

import io.milvaion.scheduler.ground.event.LiveEvent;

/** Makes the live events of replays. */
final class ReplayEvents {

    private ReplayEvents() {}

    /** A replay was made, has come further or was stopped. */
    static LiveEvent updated(Replay now) {
        return LiveEvent.system("replay.updated", now.id().toString(), now);
    }
}
