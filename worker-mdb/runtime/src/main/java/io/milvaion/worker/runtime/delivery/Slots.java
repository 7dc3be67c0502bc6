package io.milvaion.worker.runtime.delivery;

/** How many attempts may run at once: a limit, perhaps below a common one. For one thread. */
final class Slots {

    private final Slots common; // null at the top
    private final int limit;
    private int taken;
    private long releases;

    /** Slots of a whole worker. */
    Slots(int limit) {
        this(limit, null);
    }

    private Slots(int limit, Slots common) {
        this.limit = limit;
        this.common = common;
    }

    /** Slots of one job type, each of which takes one of these as well. */
    Slots ofType(int typeLimit) {
        return new Slots(typeLimit, this);
    }

    boolean free() {
        return taken < limit && (common == null || common.free());
    }

    /** Takes a slot if one is free. */
    boolean tryTake() {
        if (!free()) {
            return false;
        }
        taken++;
        if (common != null) {
            common.taken++;
        }
        return true;
    }

    void release() {
        if (taken == 0) {
            throw new IllegalStateException("a slot was released that nobody had taken");
        }
        taken--;
        releases++;
        if (common != null) {
            common.release();
        }
    }

    /**
     * A number that changes when a slot was released of the limit that holds these back now: their
     * own, or the common one.
     */
    long releases() {
        return taken < limit && common != null ? common.releases : releases;
    }
}
