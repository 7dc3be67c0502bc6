package io.milvaion.scheduler.run.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.loop.Loop;
import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.ground.event.LiveEvent;
import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.health.Dependencies;
import io.milvaion.scheduler.ground.health.SystemHealth;
import io.milvaion.scheduler.ground.health.SystemHealth.Status;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.DatabaseUnavailable;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.service.Services;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL answers, but takes no writes. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container here
class WritesIT {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Database database = Services.ownDatabase();
    private final Redis redis = Services.redis("test:" + UUID.randomUUID() + ":");
    private final BrokerLink link = Services.broker();
    private final SystemHealth health = new SystemHealth();
    private final Dependencies dependencies = new Dependencies(database, redis, link, health);
    private final Fitness fitness = new Fitness();
    private Loop probe;

    @BeforeEach
    void open() {
        fitness.dependencies = dependencies;
        fitness.health = health;
        fitness.rules = new NewerRules(List::of, System::nanoTime);
        probe =
                Loop.every("probe", Duration.ZERO, Duration.ofSeconds(1), dependencies::ask)
                        .start(Executors.defaultThreadFactory());
        await().atMost(LIMIT).until(fitness::mayStand);
    }

    @AfterEach
    void close() {
        probe.stop(Duration.ofSeconds(5));
        link.close();
        redis.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "occurrences",
                "job_schedule",
                "leader_terms",
                "attempts",
                "nodes",
                "held_runs"
            })
    void whileATableIsLockedNobodyStandsAndHealthSaysWhy(String table) {
        database.transaction(
                connection -> {
                    Sql.of("lock table " + table + " in share mode").update(connection);
                    await().atMost(LIMIT).until(() -> !fitness.mayStand());
                    assertThat(status()).isEqualTo(Status.DOWN);
                    assertThat(fitness.reasonNotToStand())
                            .get()
                            .asString()
                            .contains("waits for a lock");
                    return null;
                });

        await().atMost(LIMIT).until(fitness::mayStand);
        assertThat(status()).isEqualTo(Status.UP);
    }

    @Test
    void whileTheDatabaseIsReadOnlyNobodyStandsAndHealthSaysWhy() {
        readOnly(true);
        await().atMost(LIMIT).until(() -> !fitness.mayStand());
        assertThat(health.of(SystemHealth.POSTGRESQL).orElseThrow().status()).isEqualTo(Status.UP);
        assertThat(fitness.reasonNotToStand()).get().asString().contains("it is read-only");

        readOnly(false);
        await().atMost(LIMIT).until(fitness::mayStand);
    }

    @ParameterizedTest
    @CsvSource({
        "55P03, true",
        "53100, true",
        "58030, true",
        "25006, false",
        "08006, false",
        "53300, false",
    })
    void aLeaderMakesNoWayForAFaultThatTheNextOneWouldHave(String state, boolean stays) {
        fitness.databaseFailed(new DatabaseUnavailable(new SQLException("refused", state)));

        assertThat(health.reports().containsKey("dispatcher")).isEqualTo(stays);
        fitness.databaseAnswered();
        assertThat(health.reports()).doesNotContainKey("dispatcher");
    }

    @Test
    void aNodeThatOnlyStandsForElectionDoesNotLead() {
        var store =
                new LeaseStore(
                        redis.pool(),
                        redis.keys(),
                        new LeaderSettings(
                                Duration.ofSeconds(15),
                                Duration.ofSeconds(15),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(1)));
        store.acquire("a", "a " + UUID.randomUUID());
        assertThat(store.holder()).isEmpty();

        store.acquire("a", "a 7");
        assertThat(store.holder().orElseThrow().term()).isEqualTo("7");
    }

    @Test
    void healthAndMetricsSayThatLeadersChange() {
        var news = new LeaderNews();
        news.events =
                new LiveEvents() {
                    @Override
                    public void publish(LiveEvent event) {}
                };
        news.metrics = new Metrics();
        news.health = health;

        news.leadersChange("4 terms have begun");
        assertThat(health.of(SystemHealth.LEADER_CHANGES).orElseThrow().status())
                .isEqualTo(Status.DEGRADED);
        news.leadersStay();
        assertThat(health.of(SystemHealth.LEADER_CHANGES)).isEmpty();
    }

    private Status status() {
        return health.of(SystemHealth.WRITES).orElseThrow().status();
    }

    /** New sessions are; so those that there are end, as when PostgreSQL has failed over. */
    private void readOnly(boolean yes) {
        var name =
                database.autocommit(
                        connection ->
                                Sql.of("select current_database() as name")
                                        .one(connection, row -> row.text("name")));
        Services.database()
                .autocommit(
                        connection -> {
                            Sql.of(
                                            "alter database %s set default_transaction_read_only = %s"
                                                    .formatted(name, yes))
                                    .update(connection);
                            return Sql.of(
                                            """
                                            select count(pg_terminate_backend(pid)) as ended
                                              from pg_stat_activity where datname = :name""")
                                    .with("name", name)
                                    .one(connection, row -> row.number("ended"));
                        });
    }
}
