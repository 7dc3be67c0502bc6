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
 * <p>Every node looks at the lease, whether it seeks it or not, and says in its health when nobody
 * renews it: {@code LeaderWatch}.
 *
 * <p>A crash leaves the key to expire; a graceful stop deletes it. The model is river's {@code
 * internal/leadership}.
 */
package io.milvaion.scheduler.run.leader;
