package io.milvaion.scheduler.mend.reconcile;

import io.milvaion.scheduler.state.occurrence.States;
import java.time.Duration;

/**
 * One way in which an occurrence can be wrong by itself, of those that the schema cannot forbid,
 * and the statement that puts it right. Conditions and statements are SQL on {@code occurrences o};
 * a statement repeats the condition.
 */
enum RowFlaw {
    BACKOFF_TOO_LONG(
            RepairKind.BACKOFF,
            "o.%s and o.%s and o.available_at > now() + {longest}"
                    .formatted(States.QUEUED, States.BACKOFF),
            "available_at = now()",
            "It waited longer for its retry than any retry waits",
            "its retry is due now"),
    ATTEMPT_TOO_LOW(
            RepairKind.ATTEMPT,
            """
            o.%s and o.attempt < (select max(a.attempt) from attempts a
                                   where a.occurrence_id = o.id)"""
                    .formatted(States.OPEN),
            """
            attempt = 1 + (select max(a.attempt) from attempts a
                            where a.occurrence_id = o.id)""",
            "Its attempt was lower than one that has ended",
            "it goes on with the attempt after that");

    private final RepairKind kind;
    private final String condition;
    private final String correction;
    private final String found;
    private final String done;

    RowFlaw(RepairKind kind, String condition, String correction, String found, String done) {
        this.kind = kind;
        this.condition = condition;
        this.correction = correction;
        this.found = found;
        this.done = done;
    }

    RepairKind kind() {
        return kind;
    }

    /**
     * @param longest how long a run may wait for its retry
     */
    String condition(Duration longest) {
        return condition.replace("{longest}", "interval '" + longest.toSeconds() + " s'");
    }

    String correction() {
        return correction;
    }

    String found() {
        return found;
    }

    String done() {
        return done;
    }
}
