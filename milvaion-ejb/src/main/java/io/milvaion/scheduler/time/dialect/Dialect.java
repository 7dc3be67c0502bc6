package io.milvaion.scheduler.time.dialect;

import io.milvaion.scheduler.time.cron.CronFields;
import io.milvaion.scheduler.time.cron.InvalidCron;
import java.util.Optional;
import java.util.UUID;

/** One way to write an expression: its grammar, and what its days mean together. */
interface Dialect {

    /**
     * @param text without white space around it
     * @param job null for an example; its id chooses what the expression leaves open
     * @throws InvalidCron naming the first field that is wrong
     */
    CronFields read(String text, UUID job);

    /** Whether the id of the job decides about the instants of a text that can be read. */
    default boolean dependsOnJob(String text) {
        return false;
    }

    /** The time zone that the text names itself, where the dialect allows that. */
    default Optional<String> zoneIn(String text) {
        return Optional.empty();
    }
}
