/** Objects as documents declare them: what differs from what is there, and its change in one go. */
package io.milvaion.scheduler.declare;
