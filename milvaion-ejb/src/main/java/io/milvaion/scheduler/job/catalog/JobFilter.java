package io.milvaion.scheduler.job.catalog;

import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Reach;

/**
 * Which jobs a list shows, and in what order.
 *
 * @param page from 0
 * @param sort what to sort by
 * @param text part of the name, description or type in any case, or null; an index finds three
 *     characters or more
 * @param tag or null
 * @param active or null for both
 * @param reach of whoever asks
 */
public record JobFilter(
        int page,
        int size,
        Sort sort,
        boolean descending,
        String text,
        String tag,
        Boolean active,
        Reach reach) {

    /** What a list can be sorted by. */
    public enum Sort {
        DISPLAY_NAME("j.display_name", ""),
        CREATED_AT("j.created_at", ""),
        UPDATED_AT("j.updated_at", ""),
        NEXT_RUN_AT("s.next_run_at", " nulls last");

        private final String column;
        private final String nulls; // where none can be, an index serves only if none are mentioned

        Sort(String column, String nulls) {
            this.column = column;
            this.nulls = nulls;
        }
    }

    /** Narrows what is looked at to texts with the same threes of characters, in any order. */
    private static final String INDEXED =
            " and search_grams(j.search_text) @> search_grams(search_fold(:text))";

    private boolean isIndexed() {
        return text != null && text.length() >= 3;
    }

    Sql conditions(Sql select) {
        select.where("j.deleted_at is null")
                .where(
                        "strpos(j.search_text, (select search_fold(:text))) > 0"
                                + (isIndexed() ? INDEXED : ""),
                        text)
                .where("j.tags @> array[:tag::text]", tag);
        if (active != null) { // not as a parameter: rows are mostly active
            select.where(active ? "j.active" : "not j.active");
        }
        return reach.narrow(select, "j.id");
    }

    String orderBy() {
        return "order by " + sort.column + (descending ? " desc" : "") + sort.nulls + ", j.id";
    }
}
