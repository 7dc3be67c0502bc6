package io.milvaion.worker.runtime.delivery;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets loops wait, and ends their waiting and them when the worker stops. */
final class Pause {

    private final CountDownLatch stop = new CountDownLatch(1);

    /**
     * Waits so long, or less when the worker stops.
     *
     * @return whether it does
     */
    boolean await(long millis) throws InterruptedException {
        return stop.await(millis, TimeUnit.MILLISECONDS);
    }

    /** Whether the loops must end. */
    boolean over() {
        return stop.getCount() == 0;
    }

    void end() {
        stop.countDown();
    }
}
