package io.milvaion.scheduler.see.attention;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong.
 *
 * @param since since when, or null if that is not known
 * @param count how many it stands for: failures, runs, jobs, messages
 * @param figures what belongs to it, by name, such as {@code lastError}; no nulls
 * @param text a sentence for people
 * @param action what to do about it, for people
 */
public record AttentionItem(
        AttentionCode code,
        Severity severity,
        AttentionSubject subject,
        @Nullable Instant since,
        long count,
        Map<String, Object> figures,
        String text,
        String action) {

    static AttentionItem of(
            AttentionCode code, AttentionSubject subject, Instant since, long count, String text) {
        return new AttentionItem(
                code, code.severity(), subject, since, count, Map.of(), text, code.action());
    }

    /** The same with a figure, unless that is null. */
    AttentionItem with(String name, Object value) {
        if (value == null) {
            return this;
        }
        var more = new LinkedHashMap<>(figures);
        more.put(name, value);
        return new AttentionItem(
                code,
                severity,
                subject,
                since,
                count,
                Collections.unmodifiableMap(more),
                text,
                action);
    }
}
