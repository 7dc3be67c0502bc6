/**
 * How answers and live events write what is chosen from a few, and instants: one codec for both.
 */
package io.milvaion.scheduler.ground.word;
