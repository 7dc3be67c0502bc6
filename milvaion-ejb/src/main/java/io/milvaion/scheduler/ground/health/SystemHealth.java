package io.milvaion.scheduler.ground.health;

import io.milvaion.platform.log.QuietLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The health of this node, part by part. A part reports what it knows whenever it likes; a change
 * of status is also a line in the log. Safe to share; never blocks.
 */
@ApplicationScoped
public class SystemHealth {

    /** The parts that this module looks after itself. */
    public static final String POSTGRESQL = "postgresql";

    /** Whether PostgreSQL takes what the work writes, which it may not although it answers. */
    public static final String WRITES = "postgresql-writes";

    public static final String REDIS = "redis";
    public static final String BROKER = "broker";
    public static final String CLOCK = "clock";

    /** Whether anything may be dispatched. */
    public static final String DISPATCHING = "dispatching";

    /** Whether some node leads; a part of every node that knows of none. */
    public static final String LEADER = "leader";

    /** Whether leaders stay; a part while they change too often. */
    public static final String LEADER_CHANGES = "leader-changes";

    private static final QuietLog QUIET = QuietLog.of(SystemHealth.class);

    /** How a part is. */
    public enum Status {
        UP,
        /** Works in part, or will stop working if nobody acts. */
        DEGRADED,
        DOWN
    }

    /**
     * The last report of a part.
     *
     * @param detail one sentence for a person, or empty
     * @param since when the status became what it is
     * @param reportedAt when it was last said so
     */
    public record Report(Status status, String detail, Instant since, Instant reportedAt) {}

    private final Clock clock;
    private final Map<String, Report> reports = new ConcurrentHashMap<>();

    public SystemHealth() {
        this(Clock.systemUTC());
    }

    SystemHealth(Clock clock) {
        this.clock = clock;
    }

    /**
     * Says how a part is now.
     *
     * @param component lower case, such as {@code dispatcher}
     * @param detail one sentence for a person, without secrets; may be empty
     */
    public void report(String component, Status status, String detail) {
        var now = clock.instant();
        reports.compute(component, (name, last) -> next(name, last, status, detail, now));
    }

    /** Removes a part that this node has no longer. */
    public void forget(String component) {
        reports.remove(component);
    }

    public Optional<Report> of(String component) {
        return Optional.ofNullable(reports.get(component));
    }

    /** Whether a part has said within {@code limit} that it works, if only in part. */
    public boolean works(String component, Duration limit) {
        var oldest = clock.instant().minus(limit);
        return of(component)
                .filter(r -> r.status() != Status.DOWN && !r.reportedAt().isBefore(oldest))
                .isPresent();
    }

    /** The last report of each part, by name. */
    public Map<String, Report> reports() {
        return new TreeMap<>(reports);
    }

    private static Report next(
            String name, Report last, Status status, String detail, Instant now) {
        boolean changed = last == null ? status != Status.UP : last.status() != status;
        if (changed) {
            var level =
                    status == Status.UP ? System.Logger.Level.INFO : System.Logger.Level.WARNING;
            QUIET.log(level, name + " is " + status + ": {0}", detail);
        }
        return new Report(status, detail, last == null || changed ? now : last.since(), now);
    }
}
