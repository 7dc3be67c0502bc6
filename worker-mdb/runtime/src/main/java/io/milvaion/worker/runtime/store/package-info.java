/**
 * Keeps what a worker has to say while the broker is away, on disk.
 *
 * <pre>
 * outbox (memory) ── broker there ─────────────────────────────► sent, confirmed
 *        └── broker away ─► appended, committed, synced ─ back ─► sent, confirmed ─► removed
 * </pre>
 *
 * <p><b>Invariants.</b>
 *
 * <ul>
 *   <li>While the broker confirms and nothing is stored, the disk is not touched.
 *   <li>What is stored are whole messages, as they go on the wire, in the order in which they would
 *       have been sent: lines of a log before the reports that follow them. They are sent in that
 *       order, and what is newer waits until they are.
 *   <li>A message counts as stored after its commit was synced. One that could not be stored stays
 *       in memory, behind those that were.
 *   <li>An attempt whose end is stored, or was and has been confirmed less than 10 minutes ago, is
 *       never executed again: a message about it is settled together with the stored report.
 *   <li>A process writes to one file, which it holds locked; files that dead processes have left
 *       are taken over whole at the start, before the first delivery is looked at.
 * </ul>
 *
 * <p><b>What happens when the process dies</b>
 *
 * <ul>
 *   <li>before the sync: what was not stored yet was in memory only, as it always is; its attempt
 *       counts as lost.
 *   <li>after the sync: the next process with this directory sends it, and settles the messages
 *       that come again.
 *   <li>after the confirm, before the removal: it is sent twice, which changes nothing.
 *   <li>while a file is taken over: its messages are in both files and are sent twice.
 * </ul>
 *
 * <p>A store that is full or cannot be written says why ({@link
 * io.milvaion.worker.runtime.store.LocalStore#refusal}); the worker then takes no work until it can
 * be written again, which is tried every second. A file that cannot be read is set aside under
 * another name.
 */
package io.milvaion.worker.runtime.store;
