package io.milvaion.scheduler.mend.reconcile;

import io.milvaion.scheduler.state.occurrence.States;
import java.time.Duration;

/**
 * One way in which the row of an occurrence can be wrong by itself, and the statement that puts it
 * right. Conditions and statements are SQL on {@code occurrences o}; a statement repeats the
 * condition.
 */
enum RowFlaw {
    BACKOFF_WITHOUT_TIME(
            RepairKind.BACKOFF,
            "o.%s and o.%s and o.available_at is null".formatted(States.QUEUED, States.BACKOFF),
            "available_at = now()",
            "It waited for a retry at no time",
            "its retry is due now",
            true),
    BACKOFF_TOO_LONG(
            RepairKind.BACKOFF,
            "o.%s and o.%s and o.available_at > now() + {longest}"
                    .formatted(States.QUEUED, States.BACKOFF),
            "available_at = now()",
            "It waited longer for its retry than any retry waits",
            "its retry is due now",
            true),
    RUNNING_WITH_END(
            RepairKind.END,
            "o.%s and o.ended_at is not null".formatted(States.RUNNING),
            "ended_at = null",
            "It was running and had an end",
            "the end was removed",
            false),
    FINAL_WITHOUT_END(
            RepairKind.END,
            "o.%s and o.ended_at is null".formatted(States.FINAL),
            """
            ended_at = coalesce((select max(a.ended_at) from attempts a
                                  where a.occurrence_id = o.id), now())""",
            "It had ended at no time",
            "it has the end of its last attempt, or of now",
            false),
    ATTEMPT_TOO_LOW(
            RepairKind.ATTEMPT,
            """
            (o.attempt < 1
             or o.%s and o.attempt < (select max(a.attempt) from attempts a
                                       where a.occurrence_id = o.id))"""
                    .formatted(States.OPEN),
            """
            attempt = greatest(1, coalesce((select max(a.attempt) from attempts a
                                             where a.occurrence_id = o.id), 0)
                                  + (o.%s)::int)"""
                    .formatted(States.OPEN),
            "Its attempt was lower than one that has ended",
            "it goes on with the attempt after that",
            true);

    private final RepairKind kind;
    private final String condition;
    private final String correction;
    private final String found;
    private final String done;
    private final boolean looksAgain;

    RowFlaw(
            RepairKind kind,
            String condition,
            String correction,
            String found,
            String done,
            boolean looksAgain) {
        this.kind = kind;
        this.condition = condition;
        this.correction = correction;
        this.found = found;
        this.done = done;
        this.looksAgain = looksAgain;
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

    /** Whether the leader is to look at the run, if it is queued. */
    boolean looksAgain() {
        return looksAgain;
    }
}
