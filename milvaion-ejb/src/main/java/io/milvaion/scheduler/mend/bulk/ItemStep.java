package io.milvaion.scheduler.mend.bulk;

import static java.util.stream.Collectors.partitioningBy;

import io.milvaion.platform.loop.Temporary;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.refusal.Refusal;
import io.milvaion.scheduler.mend.operation.BulkOperation;
import io.milvaion.scheduler.mend.operation.OperationRows;
import io.milvaion.scheduler.mend.operation.OperationStep;
import io.milvaion.scheduler.run.leader.TermFence;
import io.milvaion.scheduler.run.trigger.TriggerRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Does to one item after the other what a single request does; the package says what a crash costs.
 */
@ApplicationScoped
public class ItemStep implements OperationStep {

    /** So many are perhaps done again after a crash, or still done after a cancellation. */
    private static final int BATCH = 20;

    private static final System.Logger LOG = System.getLogger(ItemStep.class.getName());

    private Database database;
    private ItemWork work;

    protected ItemStep() {} // for the container's proxy

    @Inject
    public ItemStep(Database database, ItemWork work) {
        this.database = database;
        this.work = work;
    }

    /** What became of the items of a step. */
    private static final class Ended {
        private final List<UUID> done = new ArrayList<>();
        private final Map<UUID, String> failed = new LinkedHashMap<>();
        private int marked; // with their work
    }

    @Override
    public boolean worksOn(BulkOperation operation) {
        return !operation.isReplay();
    }

    @Override
    public Outcome run(BulkOperation operation, Part part, TermFence fence) {
        int batch = Math.min(BATCH, part.limit());
        var data = database.autocommit(connection -> data(connection, operation.id()));
        var waiting =
                database.autocommit(
                        connection ->
                                OperationRows.waiting(
                                        connection, operation.id(), part.after(), batch));
        var ended = new Ended();
        RuntimeException away = null;
        for (var items = reached(waiting, part, ended).iterator();
                items.hasNext() && away == null; ) {
            away = doOne(operation, data, items.next().id(), ended);
        }
        var now = mark(operation.id(), ended, fence);
        if (away != null) {
            throw away;
        }
        return new Outcome(
                now,
                ended.done.size() + ended.marked,
                ended.failed.size(),
                waiting.size() < batch ? null : waiting.get(waiting.size() - 1).id());
    }

    private List<OperationRows.Item> reached(
            List<OperationRows.Item> waiting, Part part, Ended ended) {
        if (part.reach().isEverything()) {
            return waiting;
        }
        var jobs =
                waiting.stream().map(OperationRows.Item::jobId).filter(Objects::nonNull).toList();
        var reached =
                database.autocommit(
                        connection -> OperationRows.reached(connection, part.reach(), jobs));
        var are = waiting.stream().collect(partitioningBy(item -> reached.contains(item.jobId())));
        are.get(false).forEach(item -> ended.failed.put(item.id(), OperationRows.OUT_OF_REACH));
        return are.get(true);
    }

    /** Returns what keeps all items waiting; null if nothing does. */
    private RuntimeException doOne(BulkOperation operation, String data, UUID item, Ended ended) {
        try {
            if (work.on(operation, data, item)) {
                ended.done.add(item);
            } else {
                ended.marked++;
            }
        } catch (Refusal e) {
            if (!isOnlyNow(e)) {
                ended.failed.put(item, e.getMessage());
            }
        } catch (RuntimeException e) {
            if (e instanceof Temporary || e instanceof JedisException) {
                return e;
            }
            LOG.log(System.Logger.Level.ERROR, "operation " + operation.id() + ", " + item, e);
            ended.failed.put(item, "An error of the scheduler; its log says more.");
        }
        return null;
    }

    private static boolean isOnlyNow(Refusal e) {
        return e.kind() == Refusal.Kind.UNAVAILABLE
                || (e instanceof TriggerRefused refused && refused.isStopped());
    }

    private BulkOperation mark(UUID id, Ended ended, TermFence fence) {
        return database.transaction(
                connection -> {
                    fence.check(connection);
                    int done = OperationRows.done(connection, id, ended.done);
                    int failed = OperationRows.failed(connection, id, ended.failed);
                    return OperationRows.count(connection, id, done, failed);
                });
    }

    private static String data(Connection connection, UUID id) throws SQLException {
        return Sql.of("select data from operations where id = :id")
                .with("id", id)
                .one(connection, row -> row.text("data"));
    }
}
