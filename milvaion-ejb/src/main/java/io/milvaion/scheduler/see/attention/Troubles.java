package io.milvaion.scheduler.see.attention;

import java.util.List;

/**
 * Some things of one code that are wrong.
 *
 * @param items the worst of them, {@value #LISTED} at most
 * @param total how many there are
 */
record Troubles(AttentionCode code, List<AttentionItem> items, long total) {

    static final int LISTED = 10;

    static Troubles of(AttentionItem item) {
        return new Troubles(item.code(), List.of(item), 1);
    }
}
