/**
 * What the servers allow: the statements of a drain in the same batches, on plain JDBC, Jedis and
 * amqp-client, without a scheduler around them.
 *
 * <pre>
 *   dispatch ──► publish (2 threads) ──► work ──► report ──► track
 *   pop, read,    publish, confirms,     consume,  publish,   lock, update,
 *   advance +     complete the lease,    claim,    confirm    count, commit,
 *   insert,       forget ready           done, ack            forget open
 *   register
 * </pre>
 *
 * <p>The stages are threads, as in a node. Scripts and statements are those of the scheduler and
 * the worker. Left out is all that is there for other runs than these: gates, skips, retries, logs,
 * and the conversions, events and metrics of a node.
 */
package io.milvaion.bench.raw;
