package io.milvaion.worker.runtime;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends the loops of a worker, and what they wait for. */
public final class Shutdown {

    private final CountDownLatch begun = new CountDownLatch(1);

    public void begin() {
        begun.countDown();
    }

    /** Whether the loops must end. */
    public boolean hasBegun() {
        return begun.getCount() == 0;
    }

    /**
     * Waits so long, or until it begins.
     *
     * @return whether it has begun
     */
    public boolean await(long millis) throws InterruptedException {
        return begun.await(millis, TimeUnit.MILLISECONDS);
    }
}
