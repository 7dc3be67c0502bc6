package io.milvaion.scheduler.mend.operation;

import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.persistence.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/**
 * A wish to do something to many.
 *
 * @param id that it gets, or null for any: if it is there it is not made again
 * @param filter JSON text, or null
 * @param with what the action needs
 * @param ratePerSecond 1 to 1000, or null for no limit
 * @param reason or null
 */
public record NewOperation(
        UUID id,
        String target,
        String action,
        String filter,
        Arguments with,
        Integer ratePerSecond,
        String reason,
        Starter by) {

    /**
     * What actions need beside their items; null and false where one does not.
     *
     * @param data JSON object for new runs, or null: each gets what it has by itself
     * @param patch JSON merge patch of what each failed run had, or null
     * @param presentDefinition whether by the present definition of each job instead of the version
     *     that the failed run named
     */
    public record Arguments(
            String data, String patch, boolean presentDefinition, List<String> tags) {
        public static final Arguments NONE = new Arguments(null, null, false, List.of());
    }

    /** Stores the items of an operation. */
    @FunctionalInterface
    public interface Items {
        /**
         * @return how many there are
         */
        int insert(Connection connection, UUID operation) throws SQLException;
    }

    void insert(Connection connection, UUID newId, Items items) throws SQLException {
        Sql.of("set local statement_timeout = '5min'").update(connection); // for a million items
        insertRow(connection, newId);
        int total = items.insert(connection, newId);
        Sql.of(
                        """
                        update operations
                           set total = :items,
                               state = case :items when 0 then 'completed' else state end,
                               ended_at = case :items when 0 then now() end
                         where id = :id""")
                .with("items", total)
                .with("id", newId)
                .update(connection);
        Audit.record(connection, deed(newId, total));
    }

    private Deed deed(UUID newId, int total) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("target", target);
        facts.put("action", action);
        facts.put("filter", filter);
        facts.put("tags", with.tags());
        facts.put("ratePerSecond", ratePerSecond);
        facts.put("total", total);
        var kind = BulkOperation.kind(action);
        return Deed.of(kind + ".create")
                .on(kind, newId, target + "." + action)
                .with(facts)
                .saying(reason);
    }

    private void insertRow(Connection connection, UUID newId) throws SQLException {
        Sql.of(
                        """
                        insert into operations
                               (id, state, target, action, filter, data, patch, present_definition,
                                tags, rate_per_second, reason, created_by, account_id, key_id,
                                permission)
                        values (:id, 'pending', :target, :action, :filter, :data, :patch,
                                :presentDefinition, :tags, :ratePerSecond, :reason, :createdBy,
                                :account, :key, :permission)""")
                .with("id", newId)
                .with("target", target)
                .with("action", action)
                .with("filter", filter)
                .with("data", with.data())
                .with("patch", with.patch())
                .with("presentDefinition", with.presentDefinition())
                .texts("tags", with.tags())
                .with("ratePerSecond", ratePerSecond)
                .with("reason", reason)
                .with("createdBy", by.name())
                .with("account", by.account())
                .with("key", by.key())
                .with("permission", by.permission() == null ? null : by.permission().id())
                .update(connection);
    }
}
