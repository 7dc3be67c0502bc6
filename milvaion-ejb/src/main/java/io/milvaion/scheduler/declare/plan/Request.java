package io.milvaion.scheduler.declare.plan;

import io.milvaion.scheduler.ground.reach.Reach;
import java.util.List;

/**
 * What somebody wants to be there.
 *
 * @param kinds all that there are
 * @param prune managed objects with this label that no document declares are deleted; null: none
 * @param adopt whether documents may take over objects that nobody has declared
 * @param reach the jobs that may be written: others are never pruned
 */
public record Request(
        List<ObjectKind<?>> kinds,
        List<Declaration<?>> declarations,
        Label prune,
        boolean adopt,
        Reach reach) {}
