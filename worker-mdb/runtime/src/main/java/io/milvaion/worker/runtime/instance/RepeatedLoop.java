package io.milvaion.worker.runtime.instance;

import io.milvaion.worker.runtime.Shutdown;
import java.lang.System.Logger.Level;

/** Does something at once and then with a fixed pause, whatever happens, until the worker stops. */
record RepeatedLoop(Runnable step, long pauseMillis, Shutdown shutdown) implements Runnable {

    private static final System.Logger LOG = System.getLogger(RepeatedLoop.class.getName());

    @Override
    public void run() {
        try {
            do {
                try {
                    step.run();
                } catch (RuntimeException e) { // the top of this thread
                    LOG.log(Level.ERROR, step.getClass().getSimpleName() + " has failed", e);
                }
            } while (!shutdown.await(pauseMillis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
