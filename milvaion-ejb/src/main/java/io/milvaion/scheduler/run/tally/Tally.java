package io.milvaion.scheduler.run.tally;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.state.tally.RunFact;
import io.milvaion.scheduler.state.tally.Sketch;
import java.util.Arrays;

/**
 * What comes to one row: counts, and values that are not in its sketches yet. Values are kept as
 * they are until the row is written, as there may be very many tallies of few runs each.
 */
final class Tally {

    private final long[] counts = new long[OccurrenceState.values().length];
    private final Values lateness = new Values();
    private final Values durations = new Values();

    void add(RunFact fact) {
        counts[fact.state().code()] += fact.count();
        if (fact.valueMs() != null) {
            (fact.state() == OccurrenceState.RUNNING ? lateness : durations).add(fact.valueMs());
        }
    }

    long count(OccurrenceState state) {
        return counts[state.code()];
    }

    Values lateness() {
        return lateness;
    }

    Values durations() {
        return durations;
    }

    boolean hasValues() {
        return lateness.size > 0 || durations.size > 0;
    }

    /** Numbers that grow in number. */
    static final class Values {

        private long[] all = new long[1];
        private int size;

        private void add(long value) {
            if (size == all.length) {
                all = Arrays.copyOf(all, 2 * size);
            }
            all[size++] = value;
        }

        long sum() {
            return Arrays.stream(all, 0, size).sum();
        }

        /** A stored sketch with these in it; null if there are none at all. */
        byte[] addedTo(byte[] stored) {
            if (size == 0) {
                return stored;
            }
            var sketch = new Sketch();
            sketch.add(stored);
            Arrays.stream(all, 0, size).forEach(sketch::add);
            return sketch.bytes();
        }
    }
}
