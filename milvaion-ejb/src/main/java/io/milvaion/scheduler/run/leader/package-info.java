/**
 * Who dispatches. One node at a time holds a lease in Redis; PostgreSQL counts the terms.
 *
 * <pre>
 *   standby ── key free, or not renewed for a lease ──► key taken ── term + 1 in PostgreSQL ──► leading
 *      ▲                                                                                         │
 *      └── key is another's · trust has ended · unfit (see Fitness) · stopping ◄─────────────────┘
 * </pre>
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>A node trusts itself until <em>start of its last successful renewal + lease − margin</em>,
 *       by the monotonic clock: it stops before another can start.
 *   <li>Trust only saves work. What decides is the term: every statement of a leader names it, and
 *       PostgreSQL refuses those of an older one. A leader that slept through its lease changes
 *       nothing when it wakes.
 *   <li>A key of its own that a node does not know of is one whose answer was lost: it takes it.
 *   <li>Renewal has a Redis connection and a thread of its own, so that a long batch cannot starve
 *       it; it renews only while the drain goes round its loop.
 * </ul>
 *
 * <p>No node stands while PostgreSQL does not take what the work writes: it could not count its
 * term, or would lead in vain. For the same reason a leader makes no way for another while
 * PostgreSQL refuses what it would refuse of anybody (a lock, a full disk); it makes way when it is
 * not reached, or reaches a read-only server that another may not.
 *
 * <p>Every node looks at the lease, whether it seeks it or not, and says in its health when nobody
 * renews it, or when terms are too short: {@code LeaderWatch}.
 *
 * <p>A crash leaves the key to expire; a graceful stop deletes it. The model is river's {@code
 * internal/leadership}.
 */
package io.milvaion.scheduler.run.leader;
