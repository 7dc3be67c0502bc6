package io.milvaion.scheduler.job.version;

import io.milvaion.scheduler.ground.word.Words;

/**
 * Who makes a new version of a job, and how.
 *
 * @param restoredFrom the version that it is like; null unless it was restored
 */
public record Change(Kind kind, String actor, Integer restoredFrom) {

    static final String SCHEDULER = "scheduler";

    /** What made a version; the wire name is stored. */
    public enum Kind {
        CREATED("created", "job.create"),
        EDITED("edited", "job.update"),
        RESTORED("restored", "job.restore"),
        DELETED("deleted", "job.delete"),
        AUTO_DISABLED("auto-disabled", "job.autoDisable"),
        AUTO_ENABLED("auto-enabled", "job.autoEnable"),
        REPLANNED("replanned", "job.replan");

        private static final Words<Kind> WORDS = Words.of(Kind.class);

        private final String wire;
        private final String action;

        Kind(String wire, String action) {
            this.wire = wire;
            this.action = action;
        }

        /** What the audit calls it. */
        String action() {
            return action;
        }

        String wire() {
            return wire;
        }

        /** Null if this version does not know it. */
        static Kind of(String wire) {
            return WORDS.read(wire).orElse(null);
        }
    }

    public static Change created(String actor) {
        return new Change(Kind.CREATED, actor, null);
    }

    public static Change edited(String actor) {
        return new Change(Kind.EDITED, actor, null);
    }

    public static Change restored(String actor, int version) {
        return new Change(Kind.RESTORED, actor, version);
    }

    public static Change deleted(String actor) {
        return new Change(Kind.DELETED, actor, null);
    }

    public static Change autoDisabled() {
        return new Change(Kind.AUTO_DISABLED, SCHEDULER, null);
    }

    public static Change autoEnabled() {
        return new Change(Kind.AUTO_ENABLED, SCHEDULER, null);
    }
}
