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
 * <p>Actions are words like {@code job.update}: the kind of object, and the method of the resource
 * that does it.
 */
package io.milvaion.scheduler.ground.audit;
