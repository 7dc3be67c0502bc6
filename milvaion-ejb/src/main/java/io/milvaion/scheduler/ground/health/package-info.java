/**
 * How this node and its dependencies are. Others report facts here; whoever decides by them reads
 * the last report and its age.
 */
package io.milvaion.scheduler.ground.health;
