package io.milvaion.scheduler.run.leader;

/**
 * One unbroken period of leading, counted by PostgreSQL: the fencing token of the leader.
 *
 * @param number grows with each new leader
 */
public record Term(long number) {}
