package io.milvaion.contract;

import io.milvaion.contract.StatusMessage.Report;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What a done claim says about the end of its attempt, so that it is known although the broker has
 * lost the report: words {@code name=value} with the names of a report, and instants in epoch
 * milliseconds. There are no texts in it.
 */
public final class ClaimEnd {

    private static final int MAX_TYPE = 200;
    private static final long MAX_MILLIS = 253_402_300_799_999L; // the end of the year 9999

    private ClaimEnd() {}

    /**
     * @param report one that ends its attempt
     */
    public static String of(Report report) {
        var words = new StringBuilder("state=").append(report.state().code());
        var endedAt = report.endedAt();
        add(words, "endedAt", endedAt == null ? null : endedAt.toEpochMilli());
        add(words, "durationMs", report.durationMs());
        if (report.state() == OccurrenceState.FAILED
                || report.state() == OccurrenceState.TIMED_OUT) {
            add(words, "errorType", oneWord(report.errorType()));
            add(words, "permanent", report.permanent() ? true : null);
            add(words, "maxRetries", report.maxRetries());
            add(words, "retryBaseSeconds", report.retryBaseSeconds());
        }
        return words.toString();
    }

    private static void add(StringBuilder words, String name, Object value) {
        if (value != null) {
            words.append(' ').append(name).append('=').append(value);
        }
    }

    private static String oneWord(String type) {
        if (type == null || type.isBlank()) {
            return null;
        }
        var word = type.strip().replaceAll("\\s", "_");
        return word.substring(0, Math.min(MAX_TYPE, word.length()));
    }

    /**
     * Reads what {@link #of} has written; unknown words are ignored.
     *
     * @throws IllegalArgumentException if it is no end of an attempt
     * @throws UnknownCode if its state has no known code
     */
    public static Report read(UUID occurrenceId, int attempt, String end) {
        var words = words(end);
        var state = OccurrenceState.of(Integer.parseInt(words.getOrDefault("state", "")));
        if (!state.isResult()) {
            throw new IllegalArgumentException("no end of an attempt: " + end);
        }
        var endedAt = millis(words.get("endedAt"));
        var duration = millis(words.get("durationMs"));
        return new Report(
                occurrenceId,
                attempt,
                state,
                null,
                endedAt == null || duration == null
                        ? null
                        : Instant.ofEpochMilli(endedAt - duration),
                endedAt == null ? null : Instant.ofEpochMilli(endedAt),
                duration,
                null,
                null,
                null,
                null,
                words.get("errorType"),
                Boolean.parseBoolean(words.get("permanent")),
                whole(words.get("maxRetries")),
                whole(words.get("retryBaseSeconds")),
                null);
    }

    private static Map<String, String> words(String end) {
        var words = new HashMap<String, String>();
        for (String word : end.split(" ")) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                words.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return words;
    }

    private static Long millis(String text) {
        if (text == null) {
            return null;
        }
        long millis = Long.parseLong(text);
        if (millis < 0 || millis > MAX_MILLIS) {
            throw new IllegalArgumentException("out of range: " + text);
        }
        return millis;
    }

    private static Integer whole(String text) {
        return text == null ? null : Integer.valueOf(text);
    }
}
