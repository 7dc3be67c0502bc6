package io.milvaion.scheduler.see.attention;

import io.milvaion.scheduler.ground.reach.Reach;

/**
 * What somebody who asks may see.
 *
 * @param jobs whose definitions
 * @param runs whose runs, and missed runs
 * @param failures whose failed runs and dead letters
 * @param system whether how dispatching and its servers stand
 * @param workers whether workers and nodes
 */
public record AttentionSight(
        Reach jobs, Reach runs, Reach failures, boolean system, boolean workers) {

    /** Everything. */
    public static final AttentionSight FULL =
            new AttentionSight(Reach.EVERYTHING, Reach.EVERYTHING, Reach.EVERYTHING, true, true);
}
