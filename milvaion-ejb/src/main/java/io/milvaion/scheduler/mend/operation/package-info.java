/**
 * What is done to many at once: an operation knows its items from the start, the leader works them
 * off in steps, and everybody sees how far it has come.
 *
 * <pre>
 *   operation  pending ──► running ──► completed (nothing waits any more)      item  waiting ──► done
 *                 │  ▲        │ ▲ └──► failed (whoever has begun it may not            └──────► failed,
 *                 ▼  │        ▼ │               do it any more)                                 with a reason
 *                 paused ─────────────► cancelled
 * </pre>
 *
 * <p><b>Which items.</b> One transaction stores the operation and, by one statement, an item for
 * all that its filter means at this moment. What comes later is not meant, what has gone or changed
 * meanwhile is found out item by item. The total is exact and never changes.
 *
 * <p><b>Work.</b> {@link io.milvaion.scheduler.mend.operation.OperationRounds} takes the open ones
 * in turn, each at its rate. Before each step it asks whether the account, and the key, that has
 * begun the operation still permit it. A kind of operation brings its {@link
 * io.milvaion.scheduler.mend.operation.OperationStep}: {@code replay} makes the runs of a step and
 * marks their items in one transaction; {@code bulk} does to one item after the other what a single
 * request does and marks them after that.
 *
 * <p>An item leaves <em>waiting</em> once, in a transaction that locks the leader's term. Where a
 * step goes on is in memory only: a new leader begins with the first waiting item again. Of very
 * many failed items the first 10,000 keep their reasons; all are counted.
 */
package io.milvaion.scheduler.mend.operation;
