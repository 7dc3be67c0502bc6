package io.milvaion.scheduler.state.occurrence;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.state.index.WholeIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Lists occurrences from new to old, continued after the last id. None of the lists searches the
 * history: runs that failed have a table, and open ones a set in Redis. Only when very many are
 * open, or Redis does not know, the days that are not closed are searched for open ones.
 */
@ApplicationScoped
public class OccurrenceLists {

    /** So many open runs are looked up by their ids, a part at a time until the page is full. */
    private static final int FEW_OPEN = 5_000;

    private static final int PART = 1_000;

    /**
     * "offset 0" keeps the two from being merged in the order of their ids: that would read all
     * runs since the last failure.
     */
    private static final String FROM_FAILED =
            " from failed_occurrences f cross join lateral"
                    + " (select * from occurrences where id = f.occurrence_id offset 0) o";

    private Database database;
    private WholeIndex index;

    protected OccurrenceLists() {} // for the container's proxy

    @Inject
    public OccurrenceLists(Database database, WholeIndex index) {
        this.database = database;
        this.index = index;
    }

    public List<Occurrence> list(OccurrenceFilter filter) {
        if (filter.state() == null || filter.state().isFinal()) {
            return database.autocommit(connection -> page(connection, select(filter), filter));
        }
        var open = index.openRuns(FEW_OPEN);
        return database.autocommit(
                connection ->
                        open.isPresent()
                                ? among(connection, open.get(), filter)
                                : searched(connection, filter));
    }

    private static List<Occurrence> among(
            Connection connection, List<UUID> open, OccurrenceFilter filter) throws SQLException {
        var ids =
                open.stream()
                        .filter(id -> isBefore(id, filter.after()))
                        .sorted(Columns.UUID_ORDER.reversed())
                        .toList();
        var found = new ArrayList<Occurrence>();
        for (int from = 0; from < ids.size() && found.size() < filter.limit(); from += PART) {
            var part = ids.subList(from, Math.min(from + PART, ids.size()));
            found.addAll(
                    select(filter)
                            .where("o.id = any (:ids)")
                            .uuids("ids", part)
                            .then("order by o.id desc limit :limit")
                            .with("limit", filter.limit() - found.size())
                            .plannedEachTime()
                            .list(connection, Occurrence::of));
        }
        return found;
    }

    private static boolean isBefore(UUID id, UUID after) {
        return after == null || Columns.UUID_ORDER.compare(id, after) < 0;
    }

    private static List<Occurrence> searched(Connection connection, OccurrenceFilter filter)
            throws SQLException {
        var smallest = OpenRuns.smallestOpenId(connection);
        return page(connection, select(filter).where("o.id >= :smallest", smallest), filter);
    }

    private static List<Occurrence> page(Connection connection, Sql select, OccurrenceFilter filter)
            throws SQLException {
        String id = id(filter);
        return select.where(id + " < :after", filter.after())
                .then("order by " + id + " desc limit :limit")
                .with("limit", filter.limit())
                .list(connection, Occurrence::of);
    }

    private static Sql select(OccurrenceFilter filter) {
        boolean failed = ofFailed(filter);
        String id = id(filter);
        String state = failed ? "f" : "o";
        var select =
                Sql.of(
                        "select "
                                + Occurrence.COLUMNS
                                + (failed ? FROM_FAILED : " from occurrences o")
                                + " left join jobs j on j.id = o.job_id");
        return filter.conditions(select, id, state);
    }

    private static boolean ofFailed(OccurrenceFilter filter) {
        return filter.state() != null
                && filter.state().isFinal()
                && filter.state() != OccurrenceState.COMPLETED;
    }

    private static String id(OccurrenceFilter filter) {
        return ofFailed(filter) ? "f.occurrence_id" : "o.id";
    }
}
