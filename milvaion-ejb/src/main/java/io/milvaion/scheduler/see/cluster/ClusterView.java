package io.milvaion.scheduler.see.cluster;

import io.milvaion.scheduler.ground.node.NodeIdentity;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.run.leader.LeaderWatch;
import io.milvaion.scheduler.see.cluster.Cluster.Storage;
import io.milvaion.scheduler.see.figure.Figures;
import io.milvaion.scheduler.see.figure.SharedAnswer;
import io.milvaion.scheduler.see.overview.Overview;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

/** Shows the cluster; asks PostgreSQL once a second at most, and for sizes every 10 s. */
@ApplicationScoped
public class ClusterView {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration SIZES_FRESH = Duration.ofSeconds(10);
    private static final int TERMS = 20;

    private final Clock clock = Clock.systemUTC();
    private Database database;
    private Figures figures;
    private Overview overview;
    private LeaderWatch watch;
    private NodeIdentity node;
    private SharedAnswer<Cluster> cluster;
    private SharedAnswer<Storage> storage;

    protected ClusterView() {} // for the container's proxy

    @Inject
    public ClusterView(
            Database database,
            Figures figures,
            Overview overview,
            LeaderWatch watch,
            NodeIdentity node) {
        this.database = database;
        this.figures = figures;
        this.overview = overview;
        this.watch = watch;
        this.node = node;
        this.cluster = new SharedAnswer<>(FRESH, this::look);
        this.storage = new SharedAnswer<>(SIZES_FRESH, () -> database.autocommit(this::storage));
    }

    public Cluster read() {
        return cluster.get();
    }

    private Cluster look() {
        return new Cluster(
                clock.instant(),
                node.id(),
                figures.nodes().stream().map(ClusterNode::of).toList(),
                overview.leader(),
                watch.lease()
                        .map(
                                held ->
                                        new Cluster.Lease(
                                                held.node(),
                                                held.term(),
                                                held.age().toMillis(),
                                                held.length().toMillis()))
                        .orElse(null),
                database.autocommit(connection -> LedTerm.last(connection, TERMS)),
                storage.get());
    }

    private Storage storage(Connection connection) throws SQLException {
        return new Storage(
                clock.instant(),
                Sql.of("select current_setting('server_version') as version")
                        .one(connection, row -> row.text("version")),
                TableSize.all(connection),
                DayPartitions.read(connection));
    }
}
