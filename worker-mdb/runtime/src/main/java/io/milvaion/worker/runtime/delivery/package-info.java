/**
 * From a delivered job message to its acknowledgement: the worker's side of the protocol.
 *
 * <pre>
 * message ─ claim ─► received ─ start ─► running ─ execute returns ─► report ─ confirm ─► done ─► ack
 *              └───── both in one script with a slot free ────┘
 * </pre>
 *
 * A message that finds no free slot is claimed when one is free, or after 50 ms without one.
 *
 * <p><b>Invariants.</b>
 *
 * <ul>
 *   <li>A run is in {@code execute} only after a script has set its claim to running with this
 *       process's token. The claim is renewed until the end, also while the broker is away.
 *   <li>A <i>received</i> claim with a live lease is in its holder's memory: the holder will start
 *       it or drop the claim. That is why others may acknowledge its message (LIVE).
 *   <li>A delivery is given back only after its claim was dropped.
 *   <li>A message is acknowledged only after its report is confirmed and its claim is done, or when
 *       somebody else answers for the run; or after five minutes of running, when the run rests on
 *       its claim alone.
 *   <li>A worker never raises an attempt and never takes over a running run.
 *   <li>A slot is free as soon as {@code execute} has returned, and not before: a job that was told
 *       to stop and does not is reported as abandoned and keeps its slot and its claim. The second
 *       report, when it has returned, is the final one.
 * </ul>
 *
 * <p><b>What happens when the worker dies, or loses a connection,</b>
 *
 * <ul>
 *   <li>before the claim: the broker delivers again; nothing was done.
 *   <li>after the claim, before the start: the redelivered message takes the received claim over.
 *   <li>while running: the redelivered message is answered LIVE or DEAD and acknowledged; the lease
 *       ends and the scheduler decides about another attempt.
 *   <li>after {@code execute}, before the confirm: as before; the work may be repeated.
 *   <li>after the confirm, before done: the scheduler has the result; it beats a lost attempt.
 *   <li>after done, before the acknowledgement: the redelivered message is answered DONE.
 *   <li>Broker gone: what runs goes on, reports wait in order on the disk ({@link
 *       io.milvaion.worker.runtime.store}), waiting runs keep their claims; redelivered messages of
 *       runs that are here are settled with them, those of runs that a process before this one has
 *       ended with what it has stored ({@link StoredEnds}).
 *   <li>while an abandoned job goes on: its claim ends with the worker, and the scheduler waits no
 *       longer.
 *   <li>Told to stop: no new message, waiting runs are given back, running ones may end for a
 *       while, then they are interrupted and reported; what cannot be sent is stored. What was
 *       abandoned is not waited for: its claim ends.
 *   <li>Redis gone: nothing starts, deliveries stay unacknowledged, and the same calls are made
 *       again ({@link io.milvaion.worker.runtime.claim.PendingCalls}): every script may be
 *       repeated.
 *   <li>Redis empty: the renewal writes claims back; a start that misses its claim claims anew. A
 *       message that might be about a run that ended before is a DOUBT, and the scheduler is asked
 *       ({@link io.milvaion.worker.runtime.verify}).
 * </ul>
 *
 * <p><b>Here</b> is what runs on the thread of the {@link WorkLoop}: lanes with their slots, intake
 * and settlement. It uses the rooms of queues, claims, attempts, reports, the store and doubts;
 * their threads reach it through its {@link Inbox}. The threads are listed in {@code
 * io.milvaion.worker.runtime.instance}.
 */
package io.milvaion.worker.runtime.delivery;
