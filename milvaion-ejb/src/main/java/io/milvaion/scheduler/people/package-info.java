/**
 * People and programs, and what they may do. Knows nothing of jobs; whoever serves requests asks
 * {@code caller} who sends them.
 */
package io.milvaion.scheduler.people;
