/**
 * The index of runs in Redis: what is due, what must be published, what is open. Nothing here is
 * the truth: every key can be rebuilt from PostgreSQL, and an entry only ever says <em>look</em>.
 *
 * <pre>
 *   schedule     job id                      score: next planned run          ── pop ──┐
 *   ready        occurrence id : attempt     score: when to publish (again)   ── pop ──┤
 *                                                                                      ▼
 *   dispatching  members of both             score: deadline of the lease = its identity
 *   open         occurrence id               score: last publish, hold or put-off
 * </pre>
 *
 * <p>Lists are read from it, too, but only while it is whole: {@code rebuilt} names the generation
 * that the leader has last rebuilt it in ({@link io.milvaion.scheduler.state.index.WholeIndex}).
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>A member is in {@code dispatching} or in its own set, never silently in neither: pop and
 *       complete are one script each.
 *   <li>The deadline of a batch is unique, so completing names the lease exactly; a lease that has
 *       ended and was taken again cannot be completed by its first holder.
 *   <li>A pop that Redis makes after its caller has stopped waiting leases nothing.
 *   <li>Whoever makes a run ready puts it into {@code ready} and {@code open} before the commit
 *       ({@link io.milvaion.scheduler.state.index.RunIndex#register}); PostgreSQL ends a silent
 *       transaction after 5 s, which is before the entry falls due.
 *   <li>An edit of a job removes it from {@code dispatching}: the edit wins over a batch in flight.
 * </ul>
 *
 * <p>A lost answer is asked for again: before a commit on another connection, after it by {@link
 * io.milvaion.scheduler.state.index.AfterCommit} until it comes.
 *
 * <p>After a crash: between pop and commit the lease ends and the member is popped again; between
 * commit and confirm the entry in {@code ready} falls due and the run is published as copy 2;
 * between confirm and complete the member is popped again and matches nothing in PostgreSQL.
 */
package io.milvaion.scheduler.state.index;
