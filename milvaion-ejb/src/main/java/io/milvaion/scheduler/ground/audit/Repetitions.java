package io.milvaion.scheduler.ground.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Counts what is tried again and again within a minute. Safe to share. */
final class Repetitions {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** So many of a kind are written one by one in a minute. */
    private static final int OF_CALLER = 10;

    private static final int OF_STRANGER = 5;

    /** So many kinds are told apart in a minute; strangers can have as many as they like. */
    private static final int KINDS = 200;

    private static final int KINDS_OF_STRANGERS = 100;

    /** What counts as the same. */
    private record Kind(
            String who, String action, Deed.Target target, Deed.Outcome outcome, Integer status) {

        static Kind of(Actor actor, Deed deed) {
            var who = actor.account() == null ? "from " + actor.address() : actor.name();
            return new Kind(who, deed.action(), deed.target(), deed.outcome(), deed.status());
        }

        /** When there are too many. */
        static Kind ofOthers(Deed deed) {
            return new Kind("others", "", null, deed.outcome(), deed.status());
        }
    }

    /** What was done so many times; the first one stands for the others. */
    record Counted(Actor actor, Deed deed) {}

    private static final class Count {
        private final Counted first;
        private int more;

        Count(Counted first) {
            this.first = first;
        }
    }

    private final Map<Kind, Count> counts = new HashMap<>(); // guarded by this
    private final Map<Kind, Integer> written = new HashMap<>(); // guarded by this
    private int strangers; // guarded by this
    private final LongSupplier nanos;
    private long began; // guarded by this

    Repetitions() {
        this(System::nanoTime);
    }

    /**
     * @param nanos a clock like {@link System#nanoTime}
     */
    Repetitions(LongSupplier nanos) {
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    /** Whether this one is written by itself; else it is counted. */
    synchronized boolean isToWrite(Actor actor, Deed deed) {
        boolean stranger = actor.account() == null;
        var kind = Kind.of(actor, deed);
        if (!written.containsKey(kind) && isFull(stranger)) {
            kind = Kind.ofOthers(deed);
        } else if (stranger && !written.containsKey(kind)) {
            strangers++;
        }
        int before = written.merge(kind, 1, Integer::sum) - 1;
        if (before < (stranger ? OF_STRANGER : OF_CALLER)) {
            return true;
        }
        counts.computeIfAbsent(kind, k -> new Count(new Counted(actor, deed))).more++;
        return false;
    }

    private boolean isFull(boolean stranger) {
        return stranger ? strangers >= KINDS_OF_STRANGERS : written.size() >= KINDS;
    }

    /** What was counted in a minute that is over; it is forgotten. */
    synchronized List<Counted> ended() {
        if (nanos.getAsLong() - began < MINUTE.toNanos()) {
            return List.of();
        }
        began = nanos.getAsLong();
        var ended = new ArrayList<Counted>();
        for (var count : counts.values()) {
            var first = count.first;
            ended.add(new Counted(first.actor(), first.deed().times(count.more)));
        }
        counts.clear();
        written.clear();
        strangers = 0;
        return ended;
    }
}
