package io.milvaion.scheduler.mend.operation;

import io.milvaion.scheduler.ground.persistence.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something that is done to many, and how far that has come.
 *
 * @param target the list whose items are meant, such as {@code jobs}
 * @param action what is done to each, such as {@code delete}
 * @param filter JSON text, or null if the items were named one by one
 * @param tags that it adds or removes
 * @param presentDefinition whether replayed runs are by the present definition of their jobs
 * @param ratePerSecond items in a second at most, or null for no limit
 * @param reason or null
 * @param endedBecause why it failed; null unless it did
 * @param total items, exact from the start
 * @param done items that are as it was wished
 * @param failed items that will not be
 * @param startedAt when the first items were worked on, or null
 */
public record BulkOperation(
        UUID id,
        String target,
        String action,
        String filter,
        List<String> tags,
        boolean presentDefinition,
        Integer ratePerSecond,
        String reason,
        Starter by,
        OperationState state,
        String endedBecause,
        long total,
        long done,
        long failed,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt) {

    /** The action that runs failed occurrences again. */
    public static final String REPLAY = "replay";

    static final String COLUMNS =
            """
            o.id, o.target, o.action, o.filter, coalesce(o.tags, '{}') as tags,
            o.present_definition, o.rate_per_second, o.reason, o.created_by, o.account_id,
            o.key_id, o.permission, o.state, o.ended_because, o.total, o.done, o.failed,
            o.created_at, o.started_at, o.ended_at""";

    static BulkOperation of(Row row) throws SQLException {
        return new BulkOperation(
                row.uuid("id"),
                row.text("target"),
                row.text("action"),
                row.text("filter"),
                row.texts("tags"),
                row.flag("present_definition"),
                row.integer("rate_per_second"),
                row.text("reason"),
                Starter.of(row),
                OperationState.of(row.text("state")),
                row.text("ended_because"),
                row.number("total"),
                row.number("done"),
                row.number("failed"),
                row.instant("created_at"),
                row.instant("started_at"),
                row.instant("ended_at"));
    }

    public long waiting() {
        return total - done - failed;
    }

    /** What the audit calls such an operation. */
    static String kind(String action) {
        return action.equals(REPLAY) ? REPLAY : "operation";
    }

    /** Whether it runs failed occurrences again. */
    public boolean isReplay() {
        return action.equals(REPLAY);
    }
}
