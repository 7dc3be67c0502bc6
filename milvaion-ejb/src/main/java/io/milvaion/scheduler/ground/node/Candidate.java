package io.milvaion.scheduler.ground.node;

/**
 * Another node that is alive and would lead.
 *
 * @param zoneRules the version of its rules of time zones
 */
public record Candidate(String node, String zoneRules) {}
