package io.milvaion.scheduler.job.catalog;

import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Reach;

/**
 * Which jobs a list shows, and in what order.
 *
 * @param sort what to sort by
 * @param text part of the name, description or type in any case, or null; an index finds three
 *     characters or more
 * @param tag or null
 * @param jobType or null
 * @param workerGroup or null for any and none
 * @param active or null for both
 * @param after where the page before ends, or null
 * @param limit so many at most
 * @param skipped so many are left out before; only for clients that count pages
 * @param reach of whoever asks
 */
public record JobFilter(
        Sort sort,
        boolean descending,
        String text,
        String tag,
        String jobType,
        String workerGroup,
        Boolean active,
        JobPlace after,
        int limit,
        long skipped,
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

        /** What a job is sorted by; null if it has none. */
        Object valueOf(PlannedJob job) {
            return switch (this) {
                case DISPLAY_NAME -> job.job().definition().displayName();
                case CREATED_AT -> job.job().createdAt();
                case UPDATED_AT -> job.job().updatedAt();
                case NEXT_RUN_AT -> job.nextRunAt();
            };
        }
    }

    /** Narrows what is looked at to texts with the same threes of characters, in any order. */
    private static final String INDEXED =
            " and search_grams(j.search_text) @> search_grams(search_fold(:text))";

    private boolean isIndexed() {
        return text != null && text.length() >= 3;
    }

    /** Adds the conditions on {@code jobs j}. */
    public Sql conditions(Sql select) {
        select.where("j.deleted_at is null")
                .where(
                        "strpos(j.search_text, (select search_fold(:text))) > 0"
                                + (isIndexed() ? INDEXED : ""),
                        text)
                .where("j.tags @> array[:tag::text]", tag)
                .where("j.job_type = :jobType", jobType)
                .where("j.worker_group = :workerGroup", workerGroup);
        if (active != null) { // not as a parameter: rows are mostly active
            select.where(active ? "j.active" : "not j.active");
        }
        return reach.narrow(select, "j.id");
    }

    /** Likewise, and only what comes after the page before; an index finds the place. */
    Sql page(Sql select) {
        conditions(select);
        if (after != null && after.value() == null) {
            select.where(sort.column + " is null").where("j.id > :afterId", after.id());
        } else if (after != null) {
            select.where(beyond()).with("after", after.value()).with("afterId", after.id());
        }
        return select.then(orderBy() + " limit :limit offset :skipped")
                .with("limit", limit)
                .with("skipped", skipped);
    }

    private String beyond() {
        var beyond = descending ? "<" : ">";
        var later =
                "%1$s %2$s= :after and (%1$s %2$s :after or j.id > :afterId)"
                        .formatted(sort.column, beyond);
        return sort.nulls.isEmpty() ? later : "(" + later + " or " + sort.column + " is null)";
    }

    private String orderBy() {
        return "order by " + sort.column + (descending ? " desc" : "") + sort.nulls + ", j.id";
    }

    /** Where a page ends that ends with this job. */
    public JobPlace placeOf(PlannedJob job) {
        return new JobPlace(sort.valueOf(job), job.job().id());
    }
}
