package io.milvaion.scheduler.time.rrule;

import java.time.DateTimeException;

/** A recurrence that cannot be used. The message is written for the person who typed it. */
public class InvalidRecurrence extends DateTimeException {

    /** The {@link #part()} of what is wrong with the text as a whole. */
    public static final String TEXT = "";

    private static final long serialVersionUID = 1L;

    private final String part;

    public InvalidRecurrence(String part, String message) {
        super(message);
        this.part = part;
    }

    /** The line or the part of a rule that is wrong, such as {@code DTSTART} or {@code BYDAY}. */
    public String part() {
        return part;
    }
}
