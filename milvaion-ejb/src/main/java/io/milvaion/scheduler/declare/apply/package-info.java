/**
 * Documents that are applied, and what is there in their form.
 *
 * <pre>
 *   1 wait for others who apply: one at a time, by a lock that ends with the transaction
 *   2 lock and read what the documents name, in the order of ids, and plan
 *       a plan other than expected     refused, nothing done
 *       something in it not allowed    refused, naming everything
 *   3 carry out the steps, and note which objects are managed
 *   4 commit
 *   5 tell Redis, the broker and those who listen, step by step
 * </pre>
 *
 * <p>After a crash between 4 and 5 the leader tells Redis, as after any edit ({@link
 * io.milvaion.scheduler.job.catalog}). Who has not got the answer applies again: then nothing is
 * left to do.
 */
package io.milvaion.scheduler.declare.apply;
