package io.milvaion.scheduler.ground.health;

import io.milvaion.scheduler.ground.health.SystemHealth.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How far the clocks of this node, Redis and PostgreSQL are apart; over 1 s is a warning. */
@ApplicationScoped
public class ClockSkew {

    private static final Duration WARNING = Duration.ofSeconds(1);

    private final Map<String, Duration> ahead = new ConcurrentHashMap<>();
    private SystemHealth health;

    protected ClockSkew() {} // for the container's proxy

    @Inject
    ClockSkew(SystemHealth health) {
        this.health = health;
    }

    /**
     * Notes two readings taken at the same time.
     *
     * @param other who else has told the time
     */
    void compare(String other, Instant theirs, Instant ours) {
        ahead.put(other, Duration.between(theirs, ours));
        if (largest().compareTo(WARNING) > 0) {
            health.report(SystemHealth.CLOCK, Status.DEGRADED, detail());
        } else {
            health.report(SystemHealth.CLOCK, Status.UP, "");
        }
    }

    /** By how much this node's clock was ahead of each other one when last compared. */
    public Map<String, Duration> offsets() {
        return new TreeMap<>(ahead);
    }

    /** The largest difference between this node's clock and another, as last seen. */
    public Duration ofThisNode() {
        return ahead.values().stream()
                .map(Duration::abs)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** The largest difference between any two of the three clocks, as last seen. */
    public Duration largest() {
        Duration first = Duration.ZERO; // this node is ahead of itself by nothing
        Duration last = Duration.ZERO;
        for (Duration one : ahead.values()) {
            first = one.compareTo(first) < 0 ? one : first;
            last = one.compareTo(last) > 0 ? one : last;
        }
        return last.minus(first);
    }

    private String detail() {
        var text = new StringBuilder("this node's clock is off:");
        new TreeMap<>(ahead)
                .forEach(
                        (other, by) ->
                                text.append(' ')
                                        .append(by.toMillis())
                                        .append(" ms ahead of ")
                                        .append(other)
                                        .append(';'));
        return text.substring(0, text.length() - 1);
    }
}
