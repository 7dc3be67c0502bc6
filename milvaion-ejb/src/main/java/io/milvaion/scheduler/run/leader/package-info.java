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
 * <p><b>Marks.</b> Each store may be set back: a fail-over to a copy that lagged, a restored
 * backup. So the leader counts in both, at each renewal: first in Redis, then in PostgreSQL.
 *
 * <pre>
 *   Redis = PostgreSQL        even: what a round leaves
 *   Redis = PostgreSQL + 1    even: a round did not come to its end; the next one ends it
 *   Redis &lt; PostgreSQL        Redis was set back
 *   Redis &gt; PostgreSQL + 1    the database was set back
 *
 *   round    look at both · set back: the term ends · else Redis := n, PostgreSQL := n,
 *                           where n is PostgreSQL's + 1 or, if that is higher, what Redis has
 *   new term look at both · set back: a new generation, then a row in repairs · then as above
 * </pre>
 *
 * <ul>
 *   <li>Redis is written only while its leader's key has the writer's value and the mark is as it
 *       was read, PostgreSQL only in the writer's term and on the number that was read. So a number
 *       is written once, and no pause, lost answer or late call of a former leader brings the two
 *       further apart than by one.
 *   <li>Redis is looked at first, under the lease, PostgreSQL second, in the term: whoever writes
 *       in between has begun another term, and the look counts for nothing. A store that does not
 *       answer ends the round, not the term, and nothing is concluded. So nothing but a store that
 *       went back makes them differ.
 *   <li>A node leads from its first mark on. So Redis has seen each term that ever led, and the
 *       next one is higher than what either store has seen: a database that went back gives no
 *       former leader its term again.
 *   <li>A mark is stored last: a crash before it makes the next leader find the same again. What is
 *       set back costs the term because all that was read in it may be untrue: leases in Redis,
 *       timetables by version.
 *   <li>The new generation makes workers ask before they run a message of the time before, and the
 *       leader rebuild the index ({@link io.milvaion.scheduler.state.index.WholeIndex}).
 * </ul>
 *
 * <p>Not noticed: Redis without less than a period, the database without less than two, and both
 * set back to the same moment, which is no loss of one against the other.
 *
 * <p>No node stands while PostgreSQL does not take what the work writes: it could not count its
 * term, or would lead in vain. For the same reason a leader makes no way for another while
 * PostgreSQL refuses what it would refuse of anybody (a lock, a full disk); it makes way when it is
 * not reached, or reaches a read-only server that another may not.
 *
 * <p><b>Rules of time zones.</b> Whoever leads plans by its own. So each node tells with its
 * heartbeat which it has and whether it would lead, and one makes way for another with newer ones,
 * also in the middle of a term, and does not stand while that one would. It would not lead for
 * ever: when nobody has led for some seconds all the same, those with newer rules are passed over
 * for ten minutes ({@code NewerRules}). A node that only works, that is unfit or that does not
 * write keeps nobody from leading, since it does not stand.
 *
 * <p>Every node looks at the lease, whether it seeks it or not, and says in its health when nobody
 * renews it, or when terms are too short: {@code LeaderWatch}.
 *
 * <p>A crash leaves the key to expire; a graceful stop deletes it. The model is river's {@code
 * internal/leadership}.
 */
package io.milvaion.scheduler.run.leader;
