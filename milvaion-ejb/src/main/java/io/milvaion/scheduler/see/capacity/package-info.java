/**
 * How much the workers can do, and how many it takes for what is wanted: the formula of the guide.
 */
package io.milvaion.scheduler.see.capacity;
