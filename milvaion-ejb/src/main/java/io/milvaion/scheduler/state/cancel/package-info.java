/**
 * How runs are cancelled, and how runs end that no worker reports about.
 *
 * <p>Cancelling one run: the wish is stored ({@code cancel_requested_at}); then one script sets the
 * cancel key and tells who has the run. When a worker executes it (or has just ended it), the
 * worker's report decides. Otherwise nobody can start it any more, and it is Cancelled at once,
 * through its job's gate. After a crash in between, the wish and the key remain: a worker that gets
 * the message reports the run as cancelled, and a repeated request ends it.
 */
package io.milvaion.scheduler.state.cancel;
