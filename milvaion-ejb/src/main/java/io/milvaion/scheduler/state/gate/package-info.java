/**
 * Overlap policies: who may run beside whom.
 *
 * <p>A job with policy Skip or Queue, or with {@code maxConcurrent}, is <em>gated</em>: how many of
 * its runs may be open at once says {@code jobs.open_limit}, which the schema derives. Every
 * transaction that opens, ends, holds or releases a run of a gated job first locks its {@code
 * job_schedule} row (in job id order, before any row of {@code occurrences}) and keeps the open run
 * and the counts there. Neither an {@code insert … where not exists} nor a partial index can decide
 * this: two transactions that do not see each other would both open a run.
 *
 * <pre>
 *   policy      a run is open               otherwise
 *   0 Skip      skipped, with a record      opened
 *   1 Queue     held, released in order     opened
 *   2 Parallel  opened up to maxConcurrent, beyond it held
 * </pre>
 *
 * <p>A run is open until it is final; waiting for a retry is open, and so is waiting for the job of
 * an attempt that was given up and does not stop, unless the job says {@code onAbandoned} {@code
 * goOn} ({@code io.milvaion.scheduler.run.tracking}). Held runs are released one for each run that
 * ends, smallest id first, in the transaction that ends it.
 */
package io.milvaion.scheduler.state.gate;
