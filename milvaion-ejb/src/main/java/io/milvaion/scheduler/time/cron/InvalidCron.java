package io.milvaion.scheduler.time.cron;

/** A cron expression that cannot be used. The message is written for the person who typed it. */
public class InvalidCron extends RuntimeException {

    /** The {@link #field()} of what is wrong with the expression as a whole. */
    public static final String EXPRESSION = "expression";

    private final String field;

    public InvalidCron(String field, String message) {
        super(message);
        this.field = field;
    }

    /**
     * The part of the expression that is wrong: {@code second}, {@code minute}, {@code hour},
     * {@code dayOfMonth}, {@code month}, {@code dayOfWeek}; or {@code expression} when no single
     * field is, such as a wrong number of fields or a date that never comes.
     */
    public String field() {
        return field;
    }
}
