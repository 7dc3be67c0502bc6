package io.milvaion.scheduler.see.attention;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What is wrong.
 *
 * @param asOf when it was looked at, by PostgreSQL's clock
 * @param findings the gravest first, 10 of a code and {@value #MOST} in all at most
 * @param totals of each code that there is something of, in the same order
 */
public record AttentionList(
        Instant asOf, List<AttentionItem> findings, List<AttentionTotal> totals) {

    static final int MOST = 50;

    private static final Comparator<Troubles> GRAVEST_FIRST =
            Comparator.<Troubles, Severity>comparing(troubles -> troubles.code().severity())
                    .thenComparing(Troubles::code);

    static AttentionList of(Instant asOf, List<Troubles> found) {
        var sorted =
                found.stream()
                        .filter(troubles -> troubles.total() > 0)
                        .sorted(GRAVEST_FIRST)
                        .toList();
        return new AttentionList(
                asOf,
                sorted.stream().flatMap(troubles -> troubles.items().stream()).limit(MOST).toList(),
                sorted.stream()
                        .map(t -> new AttentionTotal(t.code(), t.code().severity(), t.total()))
                        .toList());
    }
}
