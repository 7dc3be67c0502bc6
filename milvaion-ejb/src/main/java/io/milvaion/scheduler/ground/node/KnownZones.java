package io.milvaion.scheduler.ground.node;

import java.util.Set;

/**
 * What a node tells of the time zones that it knows.
 *
 * @param rules the version of its rules
 * @param source where they come from
 * @param names of all zones
 */
public record KnownZones(String rules, String source, Set<String> names) {}
