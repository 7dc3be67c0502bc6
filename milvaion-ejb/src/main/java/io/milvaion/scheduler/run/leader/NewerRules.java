package io.milvaion.scheduler.run.leader;

import io.milvaion.scheduler.ground.node.Candidate;
import io.milvaion.scheduler.ground.node.NodeRegistry;
import io.milvaion.scheduler.time.zone.ZoneRulesVersion;
import io.milvaion.scheduler.time.zone.Zones;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Whether another node that would lead has newer rules of time zones: this one makes way for it.
 * That costs no leader: while nobody leads although such a node is there, it is passed over.
 */
@ApplicationScoped
class NewerRules {

    /** How long nobody leads before those with newer rules are passed over, and for how long. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    static final Duration PASSED_OVER = Duration.ofMinutes(10);

    private Supplier<List<Candidate>> candidates;
    private LongSupplier nanoTime;
    private volatile boolean passesOver;
    private volatile long passedOverSince; // nanoTime
    private boolean leaderless; // this and the following: only the thread that watches
    private long leaderlessSince; // nanoTime

    protected NewerRules() {} // for the container's proxy

    @Inject
    NewerRules(NodeRegistry nodes) {
        this(nodes::candidates, System::nanoTime);
    }

    NewerRules(Supplier<List<Candidate>> candidates, LongSupplier nanoTime) {
        this.candidates = candidates;
        this.nanoTime = nanoTime;
    }

    /** Who has them, in words; empty if nobody has, or if who has them is passed over. */
    Optional<String> elsewhere() {
        if (passesOver && !isOver(passedOverSince, PASSED_OVER)) {
            return Optional.empty();
        }
        passesOver = false;
        var own = Zones.current().version();
        return candidates.get().stream()
                .filter(node -> new ZoneRulesVersion(node.zoneRules()).isNewerThan(own))
                .findFirst()
                .map(
                        node ->
                                "%s plans by newer time zone rules, %s, than this node with %s"
                                        .formatted(node.node(), node.zoneRules(), own));
    }

    /** Some node leads, or nobody can know. */
    void somebodyLeads() {
        leaderless = false;
    }

    /** No node has the lease. */
    void nobodyLeads() {
        if (!leaderless) {
            leaderless = true;
            leaderlessSince = nanoTime.getAsLong();
        } else if (isOver(leaderlessSince, PATIENCE)) {
            passedOverSince = nanoTime.getAsLong();
            passesOver = true;
        }
    }

    private boolean isOver(long since, Duration time) {
        return nanoTime.getAsLong() - since > time.toNanos();
    }
}
