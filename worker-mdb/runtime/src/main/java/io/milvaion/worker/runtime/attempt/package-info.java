/**
 * The attempts that this worker holds, from the arrival of their messages to the acknowledgement:
 * their state, the threads that run them, and the watch over those that run. An attempt puts its
 * own reports into the {@link io.milvaion.worker.runtime.report.Outbox} and settles its own
 * receipts; whether it may start, and when it is settled, is decided in the rooms that use this
 * one.
 */
package io.milvaion.worker.runtime.attempt;
