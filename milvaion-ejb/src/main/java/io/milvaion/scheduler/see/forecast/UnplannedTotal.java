package io.milvaion.scheduler.see.forecast;

/** How many jobs have no next run for one reason. */
public record UnplannedTotal(Unplanned reason, long jobs) {}
