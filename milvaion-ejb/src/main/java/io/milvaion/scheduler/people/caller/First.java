package io.milvaion.scheduler.people.caller;

/** What a caller has to do before anything else is permitted. */
public enum First {
    NOTHING("Nothing."),
    PASSWORD("Change the password first."),
    SECOND_FACTOR("Set up a second factor first: POST /api/v1/auth/second-factor.");

    private final String demand;

    First(String demand) {
        this.demand = demand;
    }

    /** The demand, as a sentence. */
    public String demand() {
        return demand;
    }

    static First of(boolean mustChangePassword, boolean lacksFactor) {
        if (mustChangePassword) {
            return PASSWORD;
        }
        return lacksFactor ? SECOND_FACTOR : NOTHING;
    }
}
