/** Time as Redis tells it. */
package io.milvaion.scheduler.clock;
