package io.milvaion.scheduler.state.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Counts what goes through one queue, in slots of 10 s that are used again. Safe to share. */
final class FlowMeter {

    private static final long SLOT_NANOS = 10_000_000_000L;
    private static final int SLOTS = 30;

    /** Those of the last minute; the one that is being filled belongs to it. */
    private static final int MINUTE = 6;

    private static final class Slot {
        private long number;
        private long published;
        private long started;
        private long ended;
        private long totalMs;
        private final Map<Integer, Integer> spread = new HashMap<>();

        Slot(long number) {
            this.number = number;
        }

        void begin(long at) {
            number = at;
            published = 0;
            started = 0;
            ended = 0;
            totalMs = 0;
            spread.clear();
        }

        void add(Slot other) {
            published += other.published;
            started += other.started;
            ended += other.ended;
            totalMs += other.totalMs;
            other.spread.forEach((step, count) -> spread.merge(step, count, Integer::sum));
        }
    }

    private final Slot[] slots = new Slot[SLOTS]; // guarded by this
    private long last; // number of the slot that was written last; guarded by this

    synchronized void published(long nanoTime, int runs) {
        slot(nanoTime).published += runs;
    }

    synchronized void started(long nanoTime) {
        slot(nanoTime).started++;
    }

    synchronized void ended(long nanoTime, long milliseconds) {
        var slot = slot(nanoTime);
        slot.ended++;
        slot.totalMs += milliseconds;
        slot.spread.merge(Spread.stepOf(milliseconds), 1, Integer::sum);
    }

    synchronized boolean isIdle(long nanoTime) {
        return Math.floorDiv(nanoTime, SLOT_NANOS) - last >= SLOTS;
    }

    synchronized QueueFlow read(RunQueue queue, long nanoTime) {
        long now = Math.floorDiv(nanoTime, SLOT_NANOS);
        var minute = new Slot(0);
        var all = new Slot(0);
        each(now - MINUTE, now, minute::add);
        each(now - SLOTS, now, all::add);
        return new QueueFlow(
                queue.jobType(),
                queue.workerGroup(),
                minute.published,
                minute.started,
                all.ended,
                all.totalMs,
                Map.copyOf(all.spread));
    }

    private void each(long after, long until, Consumer<Slot> reader) {
        for (var slot : slots) {
            if (slot != null && slot.number > after && slot.number <= until) {
                reader.accept(slot);
            }
        }
    }

    private Slot slot(long nanoTime) {
        last = Math.floorDiv(nanoTime, SLOT_NANOS);
        int index = Math.floorMod(last, SLOTS);
        var slot = slots[index];
        if (slot == null) {
            slot = new Slot(last);
            slots[index] = slot;
        } else if (slot.number != last) {
            slot.begin(last);
        }
        return slot;
    }
}
