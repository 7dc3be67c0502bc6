/**
 * Live events: what has just changed, for pages that are open. Hints only; nothing rests on their
 * arrival, and PostgreSQL answers whoever wants to be sure.
 *
 * <p>A node gathers its events for 100 ms ({@link io.milvaion.scheduler.ground.event.LiveEvents})
 * and publishes them as one message on the Redis channel {@code events}, to which a node subscribes
 * only while it has listeners ({@link io.milvaion.scheduler.ground.event.EventFeed}). What comes
 * while a node hands events to its listeners is handed over together, later ({@link
 * io.milvaion.scheduler.ground.event.Relay}).
 *
 * <p>Events get lost when nobody subscribes (the publisher finds out by the answer to {@code
 * PUBLISH} and then asks once a second), while Redis is away, and above 500 a second. Listeners are
 * told each time: they get a {@code summary} after a new subscription and instead of too many
 * events, and then read the truth; {@code feed.lost} says that nothing comes until the next
 * summary.
 *
 * <p>Events of different nodes have no common order. Each event of an occurrence carries the whole
 * of what lists show, so a reader keeps the one with the newer (attempt, rank of the state).
 */
package io.milvaion.scheduler.ground.event;
