/**
 * Requests that a client may repeat: one effect, and the same answer for 24 hours.
 *
 * <pre>
 *   1 take the key: one row, with the id of whatever the request makes, committed
 *       answered before                the kept answer
 *       another request has it         refused, nothing done
 *       held by a request that runs    refused, nothing done
 *   2 carry out the request; what it makes gets the id of the row
 *   3 keep the answer                  unless the server failed: then the key is given back
 * </pre>
 *
 * <p>When a node dies between 2 and 3, or its answer cannot be kept, the hold ends after a minute.
 * The next repetition takes the key over with the id that it had: the primary key of what is made
 * lets it be made once, and whoever makes it looks first whether it is there. Requests that make
 * nothing may be carried out again, because their second time changes nothing.
 *
 * <p>The scope of a key is who asks, the method and the path. Rows older than a day are deleted by
 * those that take keys.
 */
package io.milvaion.scheduler.ground.once;
