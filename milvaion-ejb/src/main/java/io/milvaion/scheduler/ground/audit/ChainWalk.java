package io.milvaion.scheduler.ground.audit;

import io.milvaion.scheduler.ground.audit.Fault.Link;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** Goes from entry to entry and notes what is wrong. */
final class ChainWalk {

    private static final int FAULTS = 100;

    private final long first;
    private final List<Fault> faults = new ArrayList<>();
    private long last;
    private byte[] previous; // null if it is not known, because an entry is gone
    private long entries;
    private long withoutSecret;

    /**
     * @param previous the hash before the first entry, or null if nobody knows it
     */
    ChainWalk(long first, byte[] previous) {
        this.first = first;
        this.last = first - 1;
        this.previous = previous;
    }

    void step(Link link) {
        if (link.number() != last + 1) {
            note(Fault.removed(last + 1, link.number() - 1));
            previous = null;
        }
        var key = key(link);
        if (!MessageDigest.isEqual(key.digest(link.entry()), link.digest())) {
            note(Fault.altered(link));
        } else if (previous != null
                && !MessageDigest.isEqual(
                        key.chain(previous, link.number(), link.digest()), link.hash())) {
            note(Fault.misplaced(link));
        }
        entries++;
        last = link.number();
        previous = link.hash();
    }

    /** An installation may have got its secret later: never an entry without after one with it. */
    private ChainKey key(Link link) {
        if (withoutSecret == entries && isWithoutSecret(link)) {
            withoutSecret++;
            return ChainKey.NONE;
        }
        return Audit.key();
    }

    private static boolean isWithoutSecret(Link link) {
        return MessageDigest.isEqual(ChainKey.NONE.digest(link.entry()), link.digest());
    }

    /**
     * @param end the last number that there should be
     */
    void end(long end, ChainMark head) {
        if (last < end) {
            note(end == head.number() ? Fault.truncated(last, end) : Fault.removed(last + 1, end));
        } else if (end == head.number()
                && previous != null
                && entries > 0
                && !MessageDigest.isEqual(previous, head.bytes())) {
            note(Fault.truncated(end - 1, end));
        }
    }

    void check(ChainMark mark) {
        if (!mark.isGenuine()) {
            note(Fault.mark(mark));
        }
    }

    void beyond(Link link) {
        note(Fault.misplaced(link));
    }

    Verification result(ChainMark begin, ChainMark head, Long next) {
        return new Verification(
                faults.isEmpty(),
                first,
                last,
                entries,
                next,
                begin.number(),
                head.number(),
                head.hash(),
                withoutSecret,
                List.copyOf(faults));
    }

    private void note(Fault fault) {
        if (faults.size() < FAULTS) {
            faults.add(fault);
        }
    }
}
