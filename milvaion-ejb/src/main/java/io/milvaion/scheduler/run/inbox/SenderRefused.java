package io.milvaion.scheduler.run.inbox;

import java.util.Locale;

/** Why a message of a worker is not heard. */
enum SenderRefused {
    /** Its group has to prove itself, and it has not. */
    UNSIGNED,
    /** The signature is none of a key of its group, or of another message. */
    FORGED,
    /** What is inside names another group or instance than what is signed. */
    CONTRADICTORY,
    /** It is about a run that belongs to another group. */
    FOREIGN;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
