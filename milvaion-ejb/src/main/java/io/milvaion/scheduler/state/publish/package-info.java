/**
 * Publishing of runs, from any node: encode, publish mandatory and persistent, wait for the
 * broker's confirm, then forget the entry in {@code ready}.
 *
 * <p>The entry in {@code ready} was made before the commit, so a run whose publishing fails in any
 * way (nack, closed channel, no confirm in time) is only pointed out to the leader, which publishes
 * it again as copy 2; after a crash the entry falls due by itself. A message that nothing is bound
 * for comes back as <em>returned</em>; its queue is then declared anew and it is published once
 * more.
 */
package io.milvaion.scheduler.state.publish;
