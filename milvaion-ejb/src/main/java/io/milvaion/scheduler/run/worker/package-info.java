/**
 * The workers as the scheduler sees them: what they registered and when they were last heard. The
 * list is for people; nothing that must be right rests on it (claims say who runs what).
 *
 * <p>Drains: a row of {@code worker_drains} is an order to take no new runs, to an instance or to a
 * group, until somebody ends it or until an instant that was given. Redis has a copy, which workers
 * read once a second; it is written after each change, and by the leader every 5 s, so that it
 * comes back when Redis has lost it and ends when PostgreSQL says so. A copy never replaces one
 * that was read later. Workers say in their heartbeats that they obey; nobody waits for it.
 */
package io.milvaion.scheduler.run.worker;
