package io.milvaion.scheduler.see.figure;

import io.milvaion.platform.json.PoisonMessage;
import io.milvaion.platform.json.WireJson;
import io.milvaion.scheduler.ground.node.NodeRegistry;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.state.flow.QueueFlow;
import io.milvaion.scheduler.state.flow.RunQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What all nodes have told of themselves, read once a second at most. Safe to share. */
@ApplicationScoped
public class Figures {

    private static final System.Logger LOG = System.getLogger(Figures.class.getName());
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int MOST_NODES = 200;

    private Database database;
    private SharedAnswer<List<NodeSeen>> nodes;

    protected Figures() {} // for the container's proxy

    @Inject
    public Figures(Database database) {
        this.database = database;
        this.nodes = new SharedAnswer<>(FRESH, this::read);
    }

    /** All nodes by their ids, those that are silent, too. */
    public List<NodeSeen> nodes() {
        return nodes.get();
    }

    /** The nodes that are alive and have told figures. */
    public Stream<NodeSeen> alive() {
        return nodes().stream().filter(node -> node.alive() && node.figures() != null);
    }

    /** What has gone through the queues, as all nodes together have seen it. */
    public Map<RunQueue, QueueFlow> flows() {
        var flows = new HashMap<RunQueue, QueueFlow>();
        alive().flatMap(node -> node.figures().flows().stream())
                .forEach(flow -> flows.merge(flow.queue(), flow, QueueFlow::plus));
        return flows;
    }

    private List<NodeSeen> read() {
        return database.autocommit(
                connection ->
                        Sql.of(
                                        """
                                        select n.id, n.address, n.version, n.started_at,
                                               n.last_seen_at, n.figures::text as figures,
                                               n.figures_at, a.alive,
                                               a.alive and l.node is not null as leader,
                                               %s as silent_ms, %s as up_ms
                                          from nodes n
                                         cross join lateral (
                                               select n.last_seen_at > now() - :silence * interval '1 s'
                                                      as alive) a
                                          left join leader_terms l on l.node = n.id
                                         order by n.id limit :limit"""
                                                .formatted(
                                                        millisSince("n.last_seen_at"),
                                                        millisSince("n.started_at")))
                                .with("silence", NodeRegistry.SILENCE.toSeconds())
                                .with("limit", MOST_NODES)
                                .list(connection, Figures::node));
    }

    private static String millisSince(String column) {
        return "(1000 * extract(epoch from now() - %s))::bigint".formatted(column);
    }

    private static NodeSeen node(Row row) throws SQLException {
        return new NodeSeen(
                row.text("id"),
                row.text("address"),
                row.text("version"),
                row.flag("leader"),
                row.flag("alive"),
                row.instant("started_at"),
                row.instant("last_seen_at"),
                Duration.ofMillis(row.number("silent_ms")),
                Duration.ofMillis(row.number("up_ms")),
                figures(row.text("figures")),
                row.instant("figures_at"));
    }

    /** A node of another version may tell what this one does not know. */
    private static NodeFigures figures(String json) {
        if (json == null) {
            return null;
        }
        try {
            return WireJson.read(json.getBytes(StandardCharsets.UTF_8), NodeFigures.class);
        } catch (PoisonMessage e) {
            LOG.log(System.Logger.Level.DEBUG, "figures of another version", e);
            return null;
        }
    }
}
