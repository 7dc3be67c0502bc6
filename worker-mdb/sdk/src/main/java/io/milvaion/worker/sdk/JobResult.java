package io.milvaion.worker.sdk;

/**
 * What an attempt leaves behind for people.
 *
 * @param text at most 64 KiB in UTF-8, what is longer is cut with a mark; or null
 */
public record JobResult(String text) {

    private static final JobResult EMPTY = new JobResult(null);

    public static JobResult of(String text) {
        return new JobResult(text);
    }

    public static JobResult empty() {
        return EMPTY;
    }
}
