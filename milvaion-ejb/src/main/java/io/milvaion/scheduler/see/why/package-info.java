/**
 * Why a job or a run is not running: the causes that hold it up now, the decisive one first.
 *
 * <p>{@link io.milvaion.scheduler.see.why.Why} reads what is known (a few rows by key, this node's
 * health, the queue's length as last seen) into facts; each cause is one rule over facts, listed in
 * {@code JobCauses}, {@code RunCauses} or, for what concerns everything that is due, {@code
 * DispatchCauses}. A new cause is a new rule in one of these lists. Reads only, changes nothing,
 * and asks neither Redis nor the broker, so that it answers while they are away.
 *
 * <pre>
 *   job         inactive · nothing-planned · planned-later · due
 *               open-run · limit-reached · no-worker, and what holds up dispatching
 *   run         ended · cancel-requested · running · abandoned · worker-silent · waits-for-retry
 *               held-by-run · held-by-limit · no-worker · in-queue
 *   dispatching dispatching-stopped · no-leader · leader-changes · database-refuses · redis-away · broker-away · queue-full
 * </pre>
 */
package io.milvaion.scheduler.see.why;
