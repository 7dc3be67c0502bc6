package io.milvaion.scheduler.people.factor;

import io.milvaion.scheduler.ground.refusal.Refusal;
import java.util.Map;

/** The second factor cannot be set up or changed like this. */
public class FactorStays extends Refusal {

    private static final long serialVersionUID = 1L;

    private FactorStays(String detail) {
        super(
                Kind.CONFLICT,
                "second-factor-stays",
                "The second factor stays as it is",
                detail,
                Map.of());
    }

    static FactorStays on() {
        return new FactorStays("There is one already; turn it off first.");
    }

    static FactorStays notOn() {
        return new FactorStays("There is none.");
    }

    static FactorStays notPending() {
        return new FactorStays("None waits to be confirmed.");
    }

    static FactorStays unwanted() {
        return new FactorStays("This installation asks for none.");
    }
}
