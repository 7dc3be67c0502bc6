package io.milvaion.scheduler.ground.reach;

import io.milvaion.scheduler.ground.persistence.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The jobs that somebody may do something with: those that one of the limits includes, if also the
 * one around them does.
 *
 * @param anyOf none of them: no job
 * @param within the limit of a key
 */
public record Reach(Set<Limit> anyOf, Limit within) {

    public static final Reach EVERYTHING = new Reach(Set.of(Limit.NONE), Limit.NONE);
    public static final Reach NOTHING = new Reach(Set.of(), Limit.NONE);

    public Reach {
        anyOf = anyOf.contains(Limit.NONE) ? Set.of(Limit.NONE) : Set.copyOf(anyOf);
    }

    public static Reach of(Limit limit) {
        return new Reach(Set.of(limit), Limit.NONE);
    }

    /** What either reaches; both have no limit around them. */
    public Reach or(Reach other) {
        var all = new HashSet<>(anyOf);
        all.addAll(other.anyOf);
        return new Reach(all, Limit.NONE);
    }

    /** What it reaches within a limit; it has none around it yet. */
    public Reach within(Limit limit) {
        return new Reach(anyOf, limit);
    }

    public boolean isEverything() {
        return equals(EVERYTHING);
    }

    /** Whether it reaches a job with these tags, of this worker group or null. */
    public boolean includes(Collection<String> tags, String workerGroup) {
        return within.includes(tags, workerGroup)
                && anyOf.stream().anyMatch(limit -> limit.includes(tags, workerGroup));
    }

    /** Whether another one reaches surely whatever this one does. */
    public boolean isWithin(Reach wider) {
        return anyOf.stream()
                .allMatch(
                        limit ->
                                isWithin(limit, wider.within)
                                        && wider.anyOf.stream()
                                                .anyMatch(other -> isWithin(limit, other)));
    }

    private boolean isWithin(Limit limit, Limit wider) {
        return limit.isWithin(wider) || within.isWithin(wider);
    }

    /**
     * Adds to a statement that what it selects belongs to a job that is reached; adds nothing if
     * everything is.
     *
     * @param jobId the column with the job's id
     */
    public Sql narrow(Sql statement, String jobId) {
        return isEverything() ? statement : bind(statement.where(condition(jobId)));
    }

    /**
     * Likewise that there are rows that belong to it, and that the jobs of all of them are reached.
     *
     * @param rows table and condition, as they follow {@code from}
     */
    public Sql narrowToAll(Sql statement, String rows, String jobId) {
        return isEverything()
                ? statement
                : bind(
                        statement
                                .where("exists (select from " + rows + ")")
                                .where(
                                        "not exists (select from %s and not %s)"
                                                .formatted(rows, condition(jobId))));
    }

    /** The same as a condition, for the inner of a statement; its arguments are to be bound. */
    public String condition(String jobId) {
        if (isEverything()) {
            return "true";
        }
        var any = new ArrayList<String>();
        for (int i = 0; i < anyOf.size(); i++) {
            any.add(text(limits().get(i), i));
        }
        return "%s in (select r.id from jobs r where %s and (%s))"
                .formatted(
                        jobId,
                        text(within, anyOf.size()),
                        any.isEmpty() ? "false" : String.join(" or ", any));
    }

    /** Binds what {@link #condition} needs, once for all conditions of a statement. */
    public Sql bind(Sql statement) {
        if (isEverything()) {
            return statement;
        }
        for (int i = 0; i < limits().size(); i++) {
            var limit = limits().get(i);
            if (limit.tags() != null) {
                statement.texts("reachedTags" + i, limit.tags());
            }
            if (limit.workerGroups() != null) {
                statement.texts("reachedGroups" + i, limit.workerGroups());
            }
        }
        return statement;
    }

    /** All limits, the one around the others last, in the same order at each call. */
    private List<Limit> limits() {
        var all = new ArrayList<>(anyOf);
        all.add(within);
        return all;
    }

    private static String text(Limit limit, int number) {
        var parts = new ArrayList<String>();
        if (limit.tags() != null) {
            parts.add("r.tags && :reachedTags" + number + "::text[]");
        }
        if (limit.workerGroups() != null) {
            parts.add("r.worker_group = any (:reachedGroups" + number + ")");
        }
        return parts.isEmpty() ? "true" : "(" + String.join(" and ", parts) + ")";
    }
}
