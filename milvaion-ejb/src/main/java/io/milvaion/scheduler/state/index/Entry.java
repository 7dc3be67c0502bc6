package io.milvaion.scheduler.state.index;

/** A member of a set as it was read, whatever its form. */
public record Entry(String member, double score) {}
