/**
 * What this node does by itself, for as long as the application is deployed. Rooms contribute CDI
 * beans that are an {@link io.milvaion.scheduler.ground.loop.Activity}; {@link
 * io.milvaion.scheduler.ground.loop.Turn} is the one place that says in which order they end.
 *
 * <pre>
 *   @Startup ──► LoopsStart ──► Loops: all activities begin, in the reverse of the order of the end
 *   the worker beside us stops (ApplicationStops) ──► quiet, drain, hand over the lease
 *   the application stops ──► the same, if it has not happened, and then the rest
 * </pre>
 *
 * <p>The container destroys singletons in an order that it chooses anew at each start, so there is
 * one alone; what the activities use (Redis, the broker, data sources) it closes after that.
 */
package io.milvaion.scheduler.ground.loop;
