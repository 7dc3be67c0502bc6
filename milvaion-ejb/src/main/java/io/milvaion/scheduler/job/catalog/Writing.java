package io.milvaion.scheduler.job.catalog;

import io.milvaion.scheduler.ground.reach.Reach;

/**
 * What whoever writes definitions may do.
 *
 * @param jobs that may be written
 * @param secrets jobs whose secret values may be seen and changed
 */
public record Writing(Reach jobs, Reach secrets) {

    public static final Writing ANYTHING = new Writing(Reach.EVERYTHING, Reach.EVERYTHING);
}
