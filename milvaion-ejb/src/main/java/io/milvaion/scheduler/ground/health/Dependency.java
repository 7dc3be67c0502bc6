package io.milvaion.scheduler.ground.health;

import io.milvaion.scheduler.ground.health.SystemHealth.Status;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A server that this node cannot do without: asks it, reports what it says to the health, and
 * remembers since when it has answered. Safe to share.
 */
final class Dependency {

    /** One question; what it throws means that there is no answer. */
    @FunctionalInterface
    interface Question {
        Answer ask() throws Exception;
    }

    /**
     * What a server has said.
     *
     * @param detail one sentence for a person, or empty
     * @param self what it calls itself: another name, or null, means that it may have lost data
     */
    record Answer(Status status, String detail, String self) {

        static Answer up(String self) {
            return new Answer(Status.UP, "", self);
        }

        static Answer down(String detail) {
            return new Answer(Status.DOWN, detail, null);
        }

        boolean works() {
            return status != Status.DOWN;
        }
    }

    /** An older answer tells nothing of now. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    /**
     * What is known; times are nanoTime.
     *
     * @param asked the last time, or the start of this node
     * @param interrupted the last time that it failed or was another one, or the start of this node
     */
    private record Memory(long asked, boolean answered, long interrupted, String self) {

        boolean isFresh(long now) {
            return now - asked < FRESH.toNanos();
        }
    }

    private final String name;
    private final String where;
    private final Question question;
    private final SystemHealth health;
    private final LongSupplier nanoTime;
    private volatile Memory memory; // written under this
    private final RoundTrip roundTrip = new RoundTrip();

    /**
     * @param where the address, if it is known, and the setting that says so
     */
    Dependency(String name, String where, Question question, SystemHealth health) {
        this(name, where, question, health, System::nanoTime);
    }

    Dependency(
            String name,
            String where,
            Question question,
            SystemHealth health,
            LongSupplier nanoTime) {
        this.name = name;
        this.where = where;
        this.question = question;
        this.health = health;
        this.nanoTime = nanoTime;
        long start = nanoTime.getAsLong();
        memory = new Memory(start, false, start, null);
    }

    String name() {
        return name;
    }

    /** Asks it now; takes as long as it does. */
    synchronized void ask() {
        long asked = nanoTime.getAsLong();
        var answer = answer();
        health.report(name, answer.status(), answer.detail());
        long now = nanoTime.getAsLong();
        if (answer.works()) {
            roundTrip.took(Duration.ofNanos(now - asked));
        }
        var self = answer.works() ? answer.self() : memory.self();
        boolean steady = answer.works() && self != null && self.equals(memory.self());
        memory = new Memory(now, answer.works(), steady ? memory.interrupted() : now, self);
    }

    /** Whether it has answered the last time, which is not long ago. */
    boolean answers() {
        var known = memory;
        return known.answered() && known.isFresh(nanoTime.getAsLong());
    }

    /** For how long it has answered without a sign that it may have lost data. */
    Duration steadyFor() {
        var known = memory;
        long now = nanoTime.getAsLong();
        return known.isFresh(now) ? Duration.ofNanos(now - known.interrupted()) : Duration.ZERO;
    }

    /** How long it takes to answer; empty if it does not. */
    Optional<Duration> latency() {
        return answers() ? roundTrip.mean() : Optional.empty();
    }

    private Answer answer() {
        try {
            return question.ask();
        } catch (Exception e) { // whatever it is, there is no answer
            return Answer.down("failed with " + reason(e) + ", " + where);
        }
    }

    /** The kind of failure: texts of drivers name users. */
    private static String reason(Exception e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof SQLException sql
                ? "SQLSTATE " + sql.getSQLState()
                : root.getClass().getSimpleName();
    }
}
