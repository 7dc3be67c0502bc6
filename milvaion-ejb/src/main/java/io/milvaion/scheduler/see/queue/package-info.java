/**
 * The queues. The broker tells how many messages wait and how many consumers there are, and no more
 * over AMQP: not which messages are unacknowledged, nor how old they are. So rates are counted by
 * the nodes ({@link io.milvaion.scheduler.state.flow}), and the open runs say who waits since when.
 *
 * <p>There is no purge of a queue of runs: its runs stay READY, and recovery would publish each of
 * them again. To be rid of them is to cancel them.
 */
package io.milvaion.scheduler.see.queue;
