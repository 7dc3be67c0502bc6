/**
 * Publishing of runs, from any node: encode, publish mandatory and persistent, wait for the
 * broker's confirm, then forget the entry in {@code ready}.
 *
 * <p>The entry in {@code ready} was made before the commit, so a run whose publishing fails in any
 * way (nack, closed channel, no confirm in time) is only pointed out to the leader, which publishes
 * it again as copy 2; after a crash the entry falls due by itself. A message that nothing is bound
 * for comes back as <em>returned</em>; its queue is then declared anew and it is published once
 * more.
 *
 * <p>A run uses the version of its job that it names ({@link
 * io.milvaion.scheduler.state.occurrence.NamedVersion}) however often the job is edited while it is
 * held, queued or between two attempts: name, type, group, data and timeout go with its message
 * ({@link io.milvaion.scheduler.state.publish.RunDefinition}), retries, their waits and what
 * follows the loss of a worker are read when an attempt ends. Of the present job is taken what is
 * decided about the job and not about one run of it: whether it is active or deleted, how many of
 * its runs may be open, whether one that does not stop is waited for, when failures deactivate it;
 * and the name under which lists show it.
 */
package io.milvaion.scheduler.state.publish;
