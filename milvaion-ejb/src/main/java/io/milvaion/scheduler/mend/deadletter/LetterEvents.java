package io.milvaion.scheduler.mend.deadletter;

import io.milvaion.scheduler.ground.event.LiveEvent;
import java.util.UUID;

/** Makes the live events of dead letters. */
final class LetterEvents {

    private record LetterFacts(String queue, String reason, UUID occurrenceId) {}

    private LetterEvents() {}

    /**
     * A message that nobody could handle was stored.
     *
     * @param queue or null
     * @param occurrenceId or null
     */
    static LiveEvent stored(String queue, String reason, UUID occurrenceId) {
        return LiveEvent.system(
                "deadletter.stored",
                null,
                new LetterFacts(queue, LiveEvent.cut(reason), occurrenceId));
    }
}
