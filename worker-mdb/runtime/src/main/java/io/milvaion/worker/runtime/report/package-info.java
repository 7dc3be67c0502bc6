/**
 * What a worker tells the scheduler: reports and log lines, poison for the dead letters, and signs
 * of life. {@link io.milvaion.worker.runtime.report.Outbox} takes all of it from any thread; {@link
 * io.milvaion.worker.runtime.report.ReportLoop} sends it on one channel with confirms, by way of
 * the {@link io.milvaion.worker.runtime.store} while the broker is away, and tells what was
 * confirmed. Knows attempts by their reports only.
 */
package io.milvaion.worker.runtime.report;
