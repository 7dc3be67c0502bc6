package io.milvaion.scheduler.ground.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * One change, for pages that are open. Each feature makes its own in a class of its package whose
 * name ends in {@code Events}; the table in {@code docs/live-events.md} lists them all.
 *
 * @param type what happened, such as {@code job.created} or {@code occurrence.completed}
 * @param channels who wants to know: {@code jobs}, {@code job:<id>}, {@code occurrences}, {@code
 *     occurrence:<id>}, {@code logs:<occurrenceId>}, {@code system}, or {@code *} for everybody
 * @param id the subject, or null
 * @param data facts that are small and may be public to everybody who may see the subject, or null
 * @param replaceable whether a newer such event of the same subject says all that this one says
 */
public record LiveEvent(
        String type,
        List<String> channels,
        String id,
        Object data,
        @JsonIgnore boolean replaceable) {

    /** A text in an event is cut here; PostgreSQL has the whole text. */
    private static final int TEXT_LIMIT = 2_000;

    /** An event that no other can replace. */
    public LiveEvent(String type, List<String> channels, String id, Object data) {
        this(type, channels, id, data, false);
    }

    /** An event about the scheduler itself. */
    public static LiveEvent system(String type, String id, Object data) {
        return new LiveEvent(type, List.of("system"), id, data);
    }

    /** The event as clients get it. */
    public String json() {
        return EventCodec.text(this);
    }

    /** A text as short as an event may carry it, marked where it was cut. */
    public static String cut(String text) {
        if (text.length() <= TEXT_LIMIT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(TEXT_LIMIT - 1)) ? 1 : 0;
        return text.substring(0, TEXT_LIMIT - end) + "…";
    }
}
