/**
 * One worker instance: {@link io.milvaion.worker.runtime.instance.Worker} makes its parts, which is
 * the map of them, starts their threads, and stops them in order. Uses every room but {@link
 * io.milvaion.worker.runtime.boot}, which uses this one.
 *
 * <p><b>Threads.</b> {@link io.milvaion.worker.runtime.delivery.WorkLoop} owns the consuming
 * channels, the slots and the state of attempts; {@link
 * io.milvaion.worker.runtime.report.ReportLoop} owns the publishing channel; jobs run on a pool
 * ({@link io.milvaion.worker.runtime.attempt.AttemptExecutor}); three {@link
 * io.milvaion.platform.loop.Loop}s renew claims ({@link io.milvaion.worker.runtime.claim.Renewal})
 * watch running attempts ({@link io.milvaion.worker.runtime.attempt.AttemptWatch}) and look for
 * orders to drain ({@link io.milvaion.worker.runtime.drain.DrainOrders}); {@link
 * io.milvaion.worker.runtime.claim.CancellationListener} blocks in a subscription; {@link
 * io.milvaion.worker.runtime.verify.Doubts} asks on a channel of its own. Others reach the work
 * loop through its inbox and the report loop through the {@link
 * io.milvaion.worker.runtime.report.Outbox}. No call to Redis or the broker is made for one attempt
 * alone: each pass of a loop handles all that has come.
 */
package io.milvaion.worker.runtime.instance;
