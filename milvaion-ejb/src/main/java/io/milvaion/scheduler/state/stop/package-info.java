/**
 * The emergency stop: dispatching of the whole cluster stands still until somebody resumes it.
 *
 * <pre>
 *   dispatching ──stop (reason, who)──► stopped ──resume (who, reason if given)──► dispatching
 * </pre>
 *
 * <p>The truth is the one row of {@code dispatch_stops} without {@code resumed_at}; an index keeps
 * it alone. It survives restarts of everything, and no node needs Redis to see it.
 *
 * <ul>
 *   <li>The statements that make occurrences of planned runs and make retries READY contain {@link
 *       io.milvaion.scheduler.state.stop.DispatchStops#NONE_OPEN}: once a stop is committed, only
 *       statements that have begun before it can still have an effect. Triggers read it with the
 *       job.
 *   <li>Every node reads it twice a second. While it is open, the leader pops nothing and no node
 *       publishes: what becomes READY in the meantime, such as released runs, keeps its entry in
 *       {@code ready}.
 *   <li>A batch that meets a stop is put back with its own due times. After the resume the leader
 *       finds planned instants by the misfire rules and the rest in {@code ready}.
 *   <li>Reports are recorded and lost attempts are ended as always. Messages that are in the
 *       broker's queues already may run.
 * </ul>
 *
 * <p>While PostgreSQL is away a node keeps to what it read last; nothing can be dispatched then.
 */
package io.milvaion.scheduler.state.stop;
