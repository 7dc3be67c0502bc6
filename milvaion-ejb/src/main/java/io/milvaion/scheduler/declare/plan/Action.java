package io.milvaion.scheduler.declare.plan;

/** What is done to an object. */
public enum Action {
    CREATE,
    UPDATE,
    DELETE,
    UNCHANGED
}
