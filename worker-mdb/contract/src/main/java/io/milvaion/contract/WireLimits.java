package io.milvaion.contract;

/**
 * How much messages may carry. Bytes are those of UTF-8; a text of so many bytes has no more UTF-16
 * units, so that a reader may count those instead.
 */
public final class WireLimits {

    /** Of the result of an attempt; what was cut ends with a mark, as in every text here. */
    public static final int RESULT_BYTES = 64 << 10;

    /** Of message and stack trace of a failure. */
    public static final int ERROR_BYTES = 64 << 10;

    /** Of what a job says about its progress. */
    public static final int PROGRESS_TEXT_BYTES = 1_000;

    public static final int LOG_LINE_BYTES = 64 << 10;

    /** Lines of the log of one attempt, with the one that says that it was cut. */
    public static final int LOG_LINES = 1_000;

    /** Of all lines in the log of one attempt. */
    public static final int LOG_BYTES = 1 << 20;

    /** Of the reason why a worker takes no work. */
    public static final int REFUSING_BYTES = 500;

    /** Reports, lines, questions or answers of one message. */
    public static final int MESSAGE_ENTRIES = 1_000;

    /** Of one message. */
    public static final int MESSAGE_BYTES = 8 << 20;

    private WireLimits() {}
}
