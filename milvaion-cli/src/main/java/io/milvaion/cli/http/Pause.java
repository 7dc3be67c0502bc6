package io.milvaion.cli.http;

import java.time.Duration;

/** Time between two questions to a server. */
public final class Pause {

    private Pause() {}

    /**
     * @throws Unreachable if the command is interrupted
     */
    public static void of(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("Interrupted", e);
        }
    }
}
