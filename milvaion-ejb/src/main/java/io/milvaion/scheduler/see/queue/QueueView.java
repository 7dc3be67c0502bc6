package io.milvaion.scheduler.see.queue;

import io.milvaion.contract.BrokerNames;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.see.figure.Figures;
import io.milvaion.scheduler.see.figure.SharedAnswer;
import io.milvaion.scheduler.see.figure.Sign;
import io.milvaion.scheduler.see.figure.Symptom;
import io.milvaion.scheduler.state.flow.QueueFlow;
import io.milvaion.scheduler.state.flow.RunQueue;
import io.milvaion.scheduler.state.index.RunIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redis.clients.jedis.exceptions.JedisException;

/** Shows the queues; asks the servers once a second at most, and only when somebody looks. */
@ApplicationScoped
public class QueueView {

    private static final System.Logger LOG = System.getLogger(QueueView.class.getName());
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int OPEN_SET = 3;
    private static final double MINUTE = 60;

    private static final List<String> REPORTS =
            List.of(
                    BrokerNames.STATUS_QUEUE,
                    BrokerNames.LOG_QUEUE,
                    BrokerNames.REGISTRATION_QUEUE,
                    BrokerNames.HEARTBEAT_QUEUE,
                    BrokerNames.VERIFY_QUEUE);

    private final Clock clock = Clock.systemUTC();
    private Database database;
    private Figures figures;
    private BrokerQueues broker;
    private OpenRunCounts counts;
    private RunIndex index;
    private SharedAnswer<QueueList> list;

    protected QueueView() {} // for the container's proxy

    @Inject
    public QueueView(
            Database database,
            Figures figures,
            BrokerQueues broker,
            OpenRunCounts counts,
            RunIndex index) {
        this.database = database;
        this.figures = figures;
        this.broker = broker;
        this.counts = counts;
        this.index = index;
        this.list = new SharedAnswer<>(FRESH, this::look);
    }

    public QueueList read() {
        return list.get();
    }

    private QueueList look() {
        var now = clock.instant();
        var flows = figures.flows();
        var open = counts.count();
        var busy = new HashSet<>(open.byQueue().keySet());
        busy.addAll(flows.keySet());
        var runs = KnownQueues.all(database, busy);
        var messages = broker.look(names(runs));
        var growing = growing();
        var queues = new ArrayList<QueueState>();
        for (var queue : runs) {
            boolean grows = growing.contains(queue.name());
            var waiting = messages.get(queue.name());
            queues.add(ofRuns(queue, waiting, flows.get(queue), open, grows, now));
        }
        REPORTS.forEach(name -> queues.add(ofNode(name, QueueKind.REPORTS, messages)));
        queues.add(ofNode(BrokerNames.DEAD_LETTER_QUEUE, QueueKind.DEAD_LETTERS, messages));
        return new QueueList(
                now, !messages.isEmpty(), openRuns(), deadLetters(), List.copyOf(queues));
    }

    private static List<String> names(List<RunQueue> runs) {
        return Stream.of(
                        runs.stream().map(RunQueue::name),
                        REPORTS.stream(),
                        Stream.of(BrokerNames.DEAD_LETTER_QUEUE))
                .flatMap(names -> names)
                .toList();
    }

    private static QueueState ofRuns(
            RunQueue queue,
            QueueMessages messages,
            QueueFlow flow,
            OpenRunCounts.Counted open,
            boolean growing,
            Instant now) {
        var runs = open.byQueue().get(queue);
        var oldest = runs == null ? null : runs.oldestWaitingSince();
        return new QueueState(
                queue.name(),
                QueueKind.RUNS,
                queue.jobType(),
                queue.workerGroup(),
                messages == null ? null : (Long) messages.ready(),
                messages == null ? null : (Long) messages.consumers(),
                flow == null ? 0 : flow.published() / MINUTE,
                flow == null ? 0 : flow.started() / MINUTE,
                open.whole() ? Objects.requireNonNullElse(runs, OpenRunsOfQueue.NONE) : null,
                oldest == null
                        ? null
                        : (Long) Math.max(0, Duration.between(oldest, now).toMillis()),
                growing);
    }

    private static QueueState ofNode(
            String name, QueueKind kind, Map<String, QueueMessages> messages) {
        var found = messages.get(name);
        return new QueueState(
                name,
                kind,
                null,
                null,
                found == null ? null : (Long) found.ready(),
                found == null ? null : (Long) found.consumers(),
                null,
                null,
                null,
                null,
                false);
    }

    private Set<String> growing() {
        return figures.alive()
                .flatMap(node -> node.figures().signs().stream())
                .filter(sign -> sign.symptom() == Symptom.QUEUE_GROWING)
                .map(Sign::queue)
                .collect(Collectors.toSet());
    }

    private Long openRuns() {
        try {
            return index.sizes().get(OPEN_SET);
        } catch (JedisException e) {
            LOG.log(System.Logger.Level.DEBUG, "nobody knows which runs are open", e);
            return null;
        }
    }

    private long deadLetters() {
        return database.autocommit(
                connection ->
                        Sql.of(
                                        """
                                        select count(*) as letters
                                          from (select 1 from dead_letters limit 10001) l""")
                                .one(connection, row -> row.number("letters")));
    }
}
