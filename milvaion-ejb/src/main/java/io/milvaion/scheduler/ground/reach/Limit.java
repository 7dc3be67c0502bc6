package io.milvaion.scheduler.ground.reach;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Jobs that have one of some tags and belong to one of some worker groups.
 *
 * @param tags null: with any tags or none
 * @param workerGroups null: of any group or none
 */
public record Limit(@Nullable Set<String> tags, @Nullable Set<String> workerGroups) {

    /** Every job. */
    public static final Limit NONE = new Limit(null, null);

    public Limit {
        tags = tags == null ? null : Collections.unmodifiableSet(new TreeSet<>(tags));
        workerGroups =
                workerGroups == null
                        ? null
                        : Collections.unmodifiableSet(new TreeSet<>(workerGroups));
    }

    /** Reads the columns {@code limit_tags} and {@code limit_worker_groups}. */
    public static Limit of(Row row) throws SQLException {
        return new Limit(set(row.texts("limit_tags")), set(row.texts("limit_worker_groups")));
    }

    /** Binds {@code :limitTags} and {@code :limitGroups}. */
    public Sql bind(Sql statement) {
        return statement.texts("limitTags", tags).texts("limitGroups", workerGroups);
    }

    @JsonIgnore
    public boolean isNone() {
        return tags == null && workerGroups == null;
    }

    /** Itself, or null if it limits nothing. */
    public Limit orNull() {
        return isNone() ? null : this;
    }

    boolean includes(Collection<String> jobTags, String group) {
        return (tags == null || !Collections.disjoint(tags, jobTags))
                && (workerGroups == null || (group != null && workerGroups.contains(group)));
    }

    /** Whether each job that it includes is in a wider one. */
    public boolean isWithin(Limit wider) {
        return isWithin(tags, wider.tags) && isWithin(workerGroups, wider.workerGroups);
    }

    private static boolean isWithin(Set<String> names, Set<String> wider) {
        return wider == null || (names != null && wider.containsAll(names));
    }

    private static Set<String> set(List<String> names) {
        return names == null ? null : new TreeSet<>(names);
    }
}
