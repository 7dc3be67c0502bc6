package io.milvaion.scheduler.job.catalog;

/**
 * Which jobs a list shows, and in what order.
 *
 * @param page from 0
 * @param sort what to sort by
 * @param text part of the name, description or type in any case, or null
 * @param tag or null
 * @param active or null for both
 */
public record JobFilter(
        int page,
        int size,
        Sort sort,
        boolean descending,
        String text,
        String tag,
        Boolean active) {

    /** What a list can be sorted by. */
    public enum Sort {
        DISPLAY_NAME("j.definition.displayName", ""),
        CREATED_AT("j.createdAt", ""),
        UPDATED_AT("j.updatedAt", ""),
        NEXT_RUN_AT("s.nextRunAt", " nulls last");

        private final String path;
        private final String nulls; // where none can be, an index serves only if none are mentioned

        Sort(String path, String nulls) {
            this.path = path;
            this.nulls = nulls;
        }
    }

    String where() {
        return " where j.deletedAt is null"
                + (text == null
                        ? ""
                        : " and (lower(j.definition.displayName) like :text escape '!'"
                                + " or lower(j.definition.description) like :text escape '!'"
                                + " or j.definition.jobType like :text escape '!')")
                + (tag == null
                        ? ""
                        // array_contains would compare with varchar[], which PostgreSQL refuses
                        : " and cast(sql('(? @> array[cast(? as text)])', j.definition.tags, :tag)"
                                + " as boolean) = true")
                + (active == null ? "" : " and j.definition.active = :active");
    }

    String orderBy() {
        return " order by " + sort.path + (descending ? " desc" : "") + sort.nulls + ", j.id";
    }
}
