package io.milvaion.scheduler.mend.operation;

import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.persistence.TimeOrderedId;
import io.milvaion.scheduler.ground.reach.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Operations as people make, watch and stop them. */
@ApplicationScoped
public class Operations {

    private static final String FROM = "select " + BulkOperation.COLUMNS + " from operations o";
    private static final String ITEMS = "operation_items i where i.operation_id = o.id";

    private Database database;
    private LiveEvents events;

    protected Operations() {} // for the container's proxy

    @Inject
    public Operations(Database database, LiveEvents events) {
        this.database = database;
        this.events = events;
    }

    /**
     * Which operations are meant.
     *
     * @param targets that the reader may see
     * @param action or null
     * @param states or null for any
     * @param account whose they are, or null for those of everybody
     * @param reach of the reader, who has to reach the jobs of all their items
     */
    public record Which(
            Collection<String> targets,
            String action,
            Collection<OperationState> states,
            UUID account,
            Reach reach) {}

    /**
     * An item that will not be as it was wished.
     *
     * @param name of its job; null if there is none
     */
    public record Failure(UUID id, @Nullable String name, String reason) {}

    /** Makes an operation; the leader begins with it within seconds. */
    public BulkOperation create(NewOperation wanted, NewOperation.Items items) {
        var before = wanted.id() == null ? Optional.<BulkOperation>empty() : find(wanted.id());
        if (before.isPresent()) {
            return before.get();
        }
        var id = wanted.id() == null ? TimeOrderedId.next(Instant.now()) : wanted.id();
        database.transaction(
                connection -> {
                    wanted.insert(connection, id, items);
                    return null;
                });
        return told(id);
    }

    /**
     * @param after the last id of the page before, or null: the list goes from new to old
     */
    public List<BulkOperation> list(Which which, UUID after, int limit) {
        return database.autocommit(
                connection -> {
                    var select =
                            which.reach()
                                    .narrowToAll(Sql.of(FROM), ITEMS, "i.job_id")
                                    .where("o.target = any (:targets)")
                                    .texts("targets", which.targets())
                                    .where("o.action = :action", which.action())
                                    .where("o.account_id = :account", which.account());
                    if (which.states() != null) {
                        select.where("o.state = any (:states)")
                                .texts(
                                        "states",
                                        which.states().stream().map(OperationState::wire).toList());
                    }
                    return select.where("o.id < :after", after)
                            .then("order by o.id desc limit :limit")
                            .with("limit", limit)
                            .list(connection, BulkOperation::of);
                });
    }

    public Optional<BulkOperation> find(UUID id) {
        return database.autocommit(
                connection ->
                        Sql.of(FROM).where("o.id = :id", id).first(connection, BulkOperation::of));
    }

    /**
     * Items that failed, in the order of their ids; of very many only the first have a reason and
     * are listed.
     */
    public List<Failure> failures(UUID id, UUID after, int limit) {
        return database.autocommit(
                connection ->
                        Sql.of(
                                        "select i.item_id, i.reason, j.display_name"
                                                + " from operation_items i"
                                                + " left join jobs j on j.id = i.job_id")
                                .where("i.operation_id = :id", id)
                                .where("i.state = 2")
                                .where("i.reason is not null")
                                .where("i.item_id > :after", after)
                                .then("order by i.item_id limit :limit")
                                .with("limit", limit)
                                .list(
                                        connection,
                                        row ->
                                                new Failure(
                                                        row.uuid("item_id"),
                                                        row.text("display_name"),
                                                        row.text("reason"))));
    }

    /**
     * Pauses, resumes or cancels one; what has been done stays so.
     *
     * @throws OperationHasEnded if it is too late
     */
    public BulkOperation change(BulkOperation operation, OperationState state) {
        boolean changed =
                database.transaction(
                        connection -> {
                            boolean open = change(connection, operation.id(), state);
                            if (open) {
                                Audit.record(connection, deed(operation, state));
                            }
                            return open;
                        });
        if (!changed) {
            throw new OperationHasEnded(find(operation.id()).orElse(operation));
        }
        return told(operation.id());
    }

    private static boolean change(Connection connection, UUID id, OperationState state)
            throws SQLException {
        return Sql.of(
                                """
                                update operations
                                   set state = :state,
                                       ended_at = case :state when 'cancelled' then now() end
                                 where id = :id and state in ('pending', 'running', 'paused')""")
                        .with("state", state.wire())
                        .with("id", id)
                        .update(connection)
                == 1;
    }

    private static Deed deed(BulkOperation operation, OperationState wanted) {
        var verb =
                switch (wanted) {
                    case PAUSED -> "pause";
                    case RUNNING -> "resume";
                    case CANCELLED -> "cancel";
                    default -> throw new IllegalArgumentException("nobody asks for " + wanted);
                };
        var kind = BulkOperation.kind(operation.action());
        return Deed.of(kind + "." + verb)
                .on(kind, operation.id(), operation.target() + "." + operation.action());
    }

    private BulkOperation told(UUID id) {
        var operation = find(id).orElseThrow();
        events.publish(OperationEvents.updated(OperationProgress.of(operation)));
        return operation;
    }
}
