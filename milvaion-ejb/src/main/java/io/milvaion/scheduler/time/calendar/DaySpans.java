package io.milvaion.scheduler.time.calendar;

import java.util.Arrays;

/** Parts of a day, by the second. Immutable. */
final class DaySpans {

    static final int DAY = 86_400;
    static final DaySpans NONE = new DaySpans();
    static final DaySpans ALL = new DaySpans(0, DAY);

    /** Where a part begins, where it has ended, where the next begins and so on. */
    private final int[] edges;

    private DaySpans(int... edges) {
        this.edges = edges;
    }

    /** From a second to before another, which may be the end of the day. */
    static DaySpans of(int from, int to) {
        return from >= to ? NONE : from == 0 && to == DAY ? ALL : new DaySpans(from, to);
    }

    boolean isNone() {
        return edges.length == 0;
    }

    boolean isAll() {
        return edges.length == 2 && edges[0] == 0 && edges[1] == DAY;
    }

    boolean has(int second) {
        int at = Arrays.binarySearch(edges, second);
        return (at >= 0 ? at + 1 : -at - 1) % 2 == 1;
    }

    /** The first second at or after this one that is in it, or is not; the end if there is none. */
    int next(int second, boolean in) {
        if (second >= DAY || has(second) == in) {
            return Math.min(second, DAY);
        }
        int at = Arrays.binarySearch(edges, second);
        int next = at >= 0 ? at + 1 : -at - 1;
        return next < edges.length ? edges[next] : DAY;
    }

    DaySpans not() {
        if (isNone() || isAll()) {
            return isNone() ? ALL : NONE;
        }
        boolean first = edges[0] == 0;
        boolean last = edges[edges.length - 1] == DAY;
        int[] turned = new int[edges.length + (first ? -1 : 1) + (last ? -1 : 1)];
        int skip = first ? 1 : 0;
        int at = first ? 0 : 1;
        System.arraycopy(edges, skip, turned, at, edges.length - skip - (last ? 1 : 0));
        if (!last) {
            turned[turned.length - 1] = DAY;
        }
        return new DaySpans(turned);
    }

    DaySpans or(DaySpans other) {
        if (isNone() || other.isAll()) {
            return other;
        }
        if (other.isNone() || isAll()) {
            return this;
        }
        int[] merged = new int[edges.length + other.edges.length];
        int count = 0;
        for (int second = 0; second < DAY; ) {
            int from = Math.min(next(second, true), other.next(second, true));
            int to = from;
            while (to < DAY && (has(to) || other.has(to))) {
                to = Math.max(next(to, false), other.next(to, false));
            }
            if (from < to) {
                merged[count++] = from;
                merged[count++] = to;
            }
            second = Math.max(to, from);
        }
        return count == 2 && merged[0] == 0 && merged[1] == DAY
                ? ALL
                : new DaySpans(Arrays.copyOf(merged, count));
    }

    DaySpans and(DaySpans other) {
        return not().or(other.not()).not();
    }

    /** Pairs of the first second and the one after the last. */
    int[][] parts() {
        int[][] parts = new int[edges.length / 2][];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = new int[] {edges[2 * i], edges[2 * i + 1]};
        }
        return parts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DaySpans spans && Arrays.equals(edges, spans.edges);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(edges);
    }

    @Override
    public String toString() {
        return Arrays.toString(edges);
    }
}
