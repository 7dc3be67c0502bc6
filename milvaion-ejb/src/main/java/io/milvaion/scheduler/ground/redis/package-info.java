/** What the scheduler knows of Redis itself: its time, and whether it has lost data. */
package io.milvaion.scheduler.ground.redis;
