package io.milvaion.scheduler.see.pressure;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.see.figure.Figures;
import io.milvaion.scheduler.see.figure.SharedAnswer;
import io.milvaion.scheduler.see.pressure.LimitUse.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;

/** Shows how near the limits are; asks the servers once a second at most. */
@ApplicationScoped
public class LimitView {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Clock clock = Clock.systemUTC();
    private Database database;
    private RedisLimits redis;
    private Figures figures;
    private SharedAnswer<Limits> limits;

    protected LimitView() {} // for the container's proxy

    @Inject
    public LimitView(Database database, RedisLimits redis, Figures figures) {
        this.database = database;
        this.redis = redis;
        this.figures = figures;
        this.limits = new SharedAnswer<>(FRESH, this::look);
    }

    public Limits read() {
        return limits.get();
    }

    private Limits look() {
        var all = new ArrayList<LimitUse>();
        long nodes = figures.nodes().stream().filter(node -> node.alive()).count();
        all.add(database.autocommit(c -> PostgresqlLimits.connections(c, nodes)));
        all.addAll(redis.read());
        all.add(
                LimitUse.of(
                        Resource.RABBITMQ_CONNECTIONS,
                        null,
                        null,
                        null,
                        null,
                        "AMQP does not tell. RabbitMQ takes as many as it may open files: each node and each worker has two."));
        figures.alive().flatMap(NodeLimits::of).forEach(all::add);
        return new Limits(clock.instant(), all);
    }
}
