package io.milvaion.scheduler.see.attention;

/** The kinds of things that something may be wrong with. */
public enum AttentionKind {
    /** The whole. */
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
