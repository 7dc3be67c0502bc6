/**
 * Which jobs somebody reaches. A {@link io.milvaion.scheduler.ground.reach.Limit} names tags and
 * worker groups; a {@link io.milvaion.scheduler.ground.reach.Reach} is what a permission reaches by
 * all roles that give it, and within the limit of a key. It has one form for statements and one for
 * a job at hand, and whatever belongs to a job is reached as the job is: its runs, their logs, dead
 * letters, missed runs and events. The row of a deleted job says what it was at last.
 */
package io.milvaion.scheduler.ground.reach;
