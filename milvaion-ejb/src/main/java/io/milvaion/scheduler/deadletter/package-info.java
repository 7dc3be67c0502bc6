/**
 * Dead letters of both kinds: runs that ended otherwise than Completed, and messages that nobody
 * could read.
 *
 * <p><b>Failed occurrences.</b> A row of {@code failed_occurrences} is written in the transaction
 * that ends the run ({@code tracking}, {@code occurrence}), by one statement for a batch: its
 * cause, its error and the group of similar errors. Whoever has dealt with it resolves it with a
 * note or retries it; deleting it deletes this row alone. When a late result makes an Unknown run
 * Completed, its row goes.
 *
 * <p><b>Groups.</b> {@link io.milvaion.scheduler.occurrence.ErrorGroup} takes from an error what
 * differs from run to run. {@code failure_groups} keeps the counts of each group; triggers add what
 * a statement has changed, in the order of the groups, so that they are exact whoever writes, and
 * no request counts rows. Lists page by occurrence id, each filter has its index, and a change of
 * many goes on in portions, each a transaction of its own, oldest first.
 */
package io.milvaion.scheduler.deadletter;
