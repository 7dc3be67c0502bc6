/**
 * Who did what to which object, by what, from where, and how it ended.
 *
 * <p>A write records itself, in its own transaction and on its connection:
 *
 * <pre>
 *   Audit.record(
 *           connection, Deed.of("job.update").on("job", id, name).changed(before, after));
 * </pre>
 *
 * <p>Who acts is bound to the thread ({@link io.milvaion.scheduler.ground.audit.Acting}): over REST
 * the web module does it for each request; what works on later, on another thread, for somebody has
 * kept the {@link io.milvaion.scheduler.ground.audit.Actor} and binds it again. Where nobody is
 * bound, the scheduler itself acts, as {@code system}. What is refused, the web module records.
 *
 * <pre>
 *   a write's transaction ──► audit_unsealed      no index, no order: writers do not wait
 *                                  │ each second, one node at a time (an advisory lock)
 *                                  ▼
 *                             audit_entries       number, hash = H(hash before, number, digest)
 *                                  │ after the retention, from the beginning
 *                                  ▼
 *                             audit_marks         where the chain begins and ends, with MACs
 * </pre>
 *
 * <p>An entry's digest is over its canonical form and made by its writer; with the secret of the
 * installation digests, hashes and marks are HMACs. Sealing takes an entry out of {@code
 * audit_unsealed} in the transaction that puts it into {@code audit_entries}: a crash leaves it in
 * one of both. {@link io.milvaion.scheduler.ground.audit.Verifier} finds what was done to them by
 * others; {@code docs/security.md} says what it can find and what not.
 *
 * <p>Actions are words like {@code job.update}: the kind of object, and the method of the resource
 * that does it.
 */
package io.milvaion.scheduler.ground.audit;
