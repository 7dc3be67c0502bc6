package io.milvaion.scheduler.run.inbox;

/**
 * Who has sent a message.
 *
 * @param group proven, or what is stated where nothing has to be; null: none
 * @param instance likewise
 */
public record SendingWorker(String group, String instance) {

    /** Whether a run may be changed by this sender. */
    boolean owns(String pinnedTo, GroupKeys keys) {
        return pinnedTo == null || !keys.concern(pinnedTo) || pinnedTo.equals(group);
    }
}
