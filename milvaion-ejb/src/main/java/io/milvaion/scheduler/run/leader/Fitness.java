package io.milvaion.scheduler.run.leader;

import io.milvaion.scheduler.ground.health.ClockSkew;
import io.milvaion.scheduler.ground.health.Dependencies;
import io.milvaion.scheduler.ground.health.SystemHealth;
import io.milvaion.scheduler.ground.persistence.DatabaseUnavailable;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.state.publish.RunPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether this node can do a leader's work. A leader that cannot holds everybody up, so it gives
 * the lease to a node that can, and stands again when everything has answered it for a while.
 */
@ApplicationScoped
public class Fitness {

    private static final String COMPONENT = "fitness to lead";
    private static final String REFUSED = "dispatcher";
    private static final Duration DRAIN_STANDS_STILL = Duration.ofSeconds(20);
    private static final Duration DATABASE_FAILS = Duration.ofSeconds(5);
    private static final Duration PUBLISHING_FAILS = Duration.ofSeconds(30);
    private static final Duration ANSWERED_FOR = Duration.ofSeconds(5);
    private static final Duration SKEW = Duration.ofSeconds(5);

    @Inject Dependencies dependencies;
    @Inject ClockSkew clocks;
    @Inject RunPublisher publisher;
    @Inject RedisClock clock;
    @Inject SystemHealth health;
    @Inject NewerRules rules;

    private volatile long drainRound = System.nanoTime();
    private volatile long databaseFailsSince; // nanoTime, 0 = it works
    private volatile boolean refused; // what fails would fail on any other node, too
    private volatile String unfitReason;
    private long answersSince; // nanoTime, 0 = something does not answer; only mayStand

    /** The drain has gone round its loop. */
    public void drainRound() {
        drainRound = System.nanoTime();
    }

    public void databaseAnswered() {
        databaseFailsSince = 0;
        if (refused) {
            refused = false;
            health.forget(REFUSED);
        }
    }

    /** What would fail on the next leader, too, is no reason to make way for it. */
    public void databaseFailed(DatabaseUnavailable e) {
        if (e.isForEverybody()) {
            databaseFailsSince = 0;
            refused = true;
            health.report(
                    REFUSED,
                    SystemHealth.Status.DEGRADED,
                    "PostgreSQL takes nothing from it: " + e.reason());
        } else if (databaseFailsSince == 0) {
            databaseFailsSince = System.nanoTime();
        }
    }

    /** Why this node does not lead although it could; empty when it is fit. */
    public Optional<String> unfit() {
        return Optional.ofNullable(unfitReason);
    }

    void leads() {
        drainRound();
        databaseAnswered();
        publisher.forgetFailures();
        answersSince = 0;
    }

    Optional<String> reasonToStepDown() {
        var reason = findReason();
        if (reason == null) {
            unfitReason = null;
        } else {
            unfit(reason);
        }
        return unfit();
    }

    private void unfit(String reason) {
        unfitReason = reason;
        health.report(
                COMPONENT, SystemHealth.Status.DEGRADED, "this node does not lead: " + reason);
    }

    /** Why this node does not stand for election; empty when it does. */
    Optional<String> reasonNotToStand() {
        return dependencies.takesWrites()
                ? unfit()
                : health.of(SystemHealth.WRITES)
                        .filter(report -> report.status() == SystemHealth.Status.DOWN)
                        .map(report -> "PostgreSQL: " + report.detail())
                        .or(() -> Optional.of("PostgreSQL does not answer"));
    }

    /**
     * Whether this node may seek the lease: at once if it was never unfit, but never while it
     * cannot write, or another has newer rules of time zones.
     */
    boolean mayStand() {
        if (!dependencies.takesWrites()) {
            answersSince = 0;
            return false;
        }
        rules.elsewhere().ifPresent(this::unfit);
        if (unfitReason == null) {
            return true;
        }
        if (rules.elsewhere().isPresent() || !everythingAnswers()) {
            answersSince = 0;
            return false;
        }
        long now = System.nanoTime();
        if (answersSince == 0) {
            answersSince = now;
        }
        if (now - answersSince < ANSWERED_FOR.toNanos()) {
            return false;
        }
        unfitReason = null;
        health.forget(COMPONENT);
        return true;
    }

    private String findReason() {
        if (elapsed(drainRound).compareTo(DRAIN_STANDS_STILL) > 0) {
            return "its dispatcher has stood still for 20 s";
        }
        long failing = databaseFailsSince;
        if (failing != 0 && elapsed(failing).compareTo(DATABASE_FAILS) > 0) {
            return "PostgreSQL has taken nothing from it for 5 s";
        }
        if (publisher.blocked().isPresent()) {
            publisher.forgetFailures(); // by its alarm, which another leader would meet, too
        } else if (publisher.failingFor().compareTo(PUBLISHING_FAILS) > 0) {
            return "the broker has taken none of its messages for 30 s";
        }
        if (clock.skew().abs().compareTo(SKEW) > 0) {
            return "its clock and the Redis clock differ by more than 5 s";
        }
        return rules.elsewhere().orElse(null);
    }

    private boolean everythingAnswers() {
        return dependencies.answer()
                && publisher.blocked().isEmpty()
                && clocks.ofThisNode().compareTo(SKEW) < 0
                && clock.skew().abs().compareTo(SKEW) < 0;
    }

    private static Duration elapsed(long since) {
        return Duration.ofNanos(System.nanoTime() - since);
    }
}
