package io.milvaion.scheduler.index;

import java.util.UUID;

/** A member of {@code ready}: one attempt at one occurrence that must be published. */
public record ReadyRun(UUID occurrenceId, int attempt) {

    public String member() {
        return occurrenceId + ":" + attempt;
    }

    static ReadyRun of(String member) {
        int colon = member.indexOf(':');
        return new ReadyRun(
                UUID.fromString(member.substring(0, colon)),
                Integer.parseInt(member.substring(colon + 1)));
    }
}
