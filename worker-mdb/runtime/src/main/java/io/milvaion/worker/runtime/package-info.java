/**
 * A worker instance: takes job messages, runs their jobs and reports. Here is what each part of it
 * knows: its settings, its name, its counters, the clock of Redis and when to end. The rooms, each
 * of which uses only those above it:
 *
 * <ul>
 *   <li>{@link io.milvaion.worker.runtime.job}: what a job sees, {@link
 *       io.milvaion.worker.runtime.queue}: deliveries and their acknowledgement, {@link
 *       io.milvaion.worker.runtime.store}: reports on disk, {@link
 *       io.milvaion.worker.runtime.verify}: doubtful messages; none of them knows another
 *   <li>{@link io.milvaion.worker.runtime.report}: what goes to the scheduler
 *   <li>{@link io.milvaion.worker.runtime.attempt}: the attempts that are held here
 *   <li>{@link io.milvaion.worker.runtime.claim}: who holds an attempt, in Redis
 *   <li>{@link io.milvaion.worker.runtime.delivery}: from a message to its acknowledgement; the
 *       protocol is there
 *   <li>{@link io.milvaion.worker.runtime.instance}: puts these together, starts and stops them
 *   <li>{@link io.milvaion.worker.runtime.boot}: starts an instance with its application
 * </ul>
 */
package io.milvaion.worker.runtime;
