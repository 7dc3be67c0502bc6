/**
 * What presses: how near the limits are, and the guide's table of bottlenecks with what the nodes
 * notice. Reads only.
 */
package io.milvaion.scheduler.see.pressure;
