package io.milvaion.platform.failpoint;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Places between two steps of a protocol at which the fault tests kill the process. The system
 * property {@code milvaion.failpoint} names one, and after a colon how often it is passed before:
 * {@code after-pop:3}. Without it a place costs nothing.
 */
public final class Failpoint {

    /** As after {@code kill -9}. */
    private static final int STATUS = 137;

    private static final String ARMED = nameIn(System.getProperty("milvaion.failpoint", ""));
    private static final AtomicInteger PASSES_LEFT =
            new AtomicInteger(passesIn(System.getProperty("milvaion.failpoint", "")));

    private Failpoint() {}

    /** Ends this process at once if the place is the one asked for. */
    public static void reach(String place) {
        if (ARMED.equals(place) && PASSES_LEFT.getAndDecrement() <= 0) {
            Runtime.getRuntime().halt(STATUS);
        }
    }

    private static String nameIn(String property) {
        return property.split(":", 2)[0];
    }

    private static int passesIn(String property) {
        int colon = property.indexOf(':');
        return colon < 0 ? 0 : Integer.parseInt(property.substring(colon + 1));
    }
}
