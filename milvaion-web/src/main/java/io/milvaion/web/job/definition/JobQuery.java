package io.milvaion.web.job.definition;

import static java.util.Objects.requireNonNullElse;

import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.job.catalog.JobFilter;
import io.milvaion.scheduler.job.catalog.JobFilter.Sort;
import io.milvaion.scheduler.job.catalog.JobPage;
import io.milvaion.scheduler.job.catalog.JobPlace;
import io.milvaion.web.ground.json.CursorForm;
import io.milvaion.web.ground.json.Part;
import io.milvaion.web.ground.json.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Which jobs a request lists.
 *
 * @param page counted from 0, as before 1.0; null: {@code after} says where
 */
record JobQuery(JobFilter filter, Part<JobPlace> part, Integer page) {

    private static final Words<Sort> SORTS = Words.of(Sort.class);
    private static final int MOST_PAGES = 1_000_000;

    static JobQuery in(Query query, Reach reach) {
        var order = requireNonNullElse(query.text("sort"), "-createdAt");
        boolean descending = order.startsWith("-");
        var sort = sort(query, order.substring(descending ? 1 : 0));
        var part = query.part(form(sort), sort + (descending ? "-" : ""));
        var size = query.integer("size", null, 1, 200);
        var page = query.integer("page", size == null ? null : 0, 0, MOST_PAGES);
        if (page != null && (query.has("after") || query.has("limit"))) {
            query.wrong(query.has("page") ? "page" : "size", "Not together with after and limit.");
        }
        int limit = size == null ? part.limit() : size;
        return new JobQuery(
                new JobFilter(
                        sort,
                        descending,
                        query.text("q"),
                        query.text("tag"),
                        query.text("jobType"),
                        query.text("workerGroup"),
                        query.flag("active"),
                        part.after(),
                        limit,
                        page == null ? 0 : (long) page * limit,
                        reach),
                part,
                page);
    }

    private static Sort sort(Query query, String word) {
        return SORTS.read(word)
                .orElseGet(
                        () -> {
                            query.wrong(
                                    "sort", "Allowed: " + SORTS.choices() + "; each also with -.");
                            return Sort.CREATED_AT;
                        });
    }

    /** A place without a value has one part less. */
    private static CursorForm<JobPlace> form(Sort sort) {
        return new CursorForm<>(
                place ->
                        place.value() == null
                                ? List.of(place.id().toString())
                                : List.of(place.id().toString(), place.value().toString()),
                parts ->
                        new JobPlace(
                                parts.size() == 1 ? null : value(sort, parts.get(1)),
                                UUID.fromString(parts.get(0))));
    }

    private static Object value(Sort sort, String text) {
        return sort == Sort.DISPLAY_NAME ? text : Instant.parse(text);
    }

    JobList page(JobPage found) {
        boolean last = found.jobs().size() < filter.limit();
        var items = part.page(found.jobs(), last, filter::placeOf);
        return new JobList(
                items.items().stream().map(job -> JobView.of(job, null)).toList(),
                items.nextCursor(),
                found.total(),
                found.totalIsLowerBound(),
                page,
                page == null ? null : (Integer) filter.limit());
    }
}
