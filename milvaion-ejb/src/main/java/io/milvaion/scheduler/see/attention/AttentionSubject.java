package io.milvaion.scheduler.see.attention;

import org.jspecify.annotations.Nullable;

/**
 * What something is wrong with.
 *
 * @param id by which the interface knows it; null if it has none
 * @param name for people; null if it is the cluster
 */
public record AttentionSubject(Kind kind, @Nullable String id, @Nullable String name) {

    /** The kinds of things that something may be wrong with. */
    public enum Kind {
        CLUSTER,
        JOB,
        TYPE,
        QUEUE,
        WORKER,
        GROUP,
        NODE,
        /** PostgreSQL, Redis or the broker, as the health of a node calls them. */
        SERVER,
        /** Another part of a node's health. */
        PART
    }

    static final AttentionSubject CLUSTER = new AttentionSubject(Kind.CLUSTER, null, null);

    static AttentionSubject of(Kind kind, String name) {
        return new AttentionSubject(kind, null, name);
    }

    static AttentionSubject known(Kind kind, String id) {
        return new AttentionSubject(kind, id, id);
    }
}
