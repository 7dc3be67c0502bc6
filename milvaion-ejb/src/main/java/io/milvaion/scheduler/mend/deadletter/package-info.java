/**
 * Dead letters of both kinds: runs that ended otherwise than Completed, and messages that nobody
 * could handle.
 *
 * <p><b>Failed occurrences.</b> A row of {@code failed_occurrences} is written in the transaction
 * that ends the run ({@code tracking}, {@code occurrence}), by one statement for a batch: its
 * cause, its error and the group of similar errors. Whoever has dealt with it resolves it with a
 * note or retries it ({@code replay}); deleting it deletes this row alone. When a late result makes
 * an Unknown run Completed, its row goes.
 *
 * <p><b>Groups.</b> {@link io.milvaion.scheduler.state.ending.ErrorGroup} takes from an error what
 * differs from run to run. {@code failure_groups} keeps the counts of each group; triggers add what
 * a statement has changed, in the order of the groups, so that they are exact whoever writes, and
 * no request counts rows. Lists page by occurrence id, each filter has its index, and a change of
 * many goes on in portions, each a transaction of its own, oldest first.
 *
 * <p><b>Messages.</b> Every node drains {@code milvaion.dlq}:
 *
 * <pre>
 *   1 one transaction: the letters are stored, each once by the hash of what came
 *       · a new one about a report: a line in the log of each occurrence that it names
 *   2 job messages: the run that waits for this very message ends as Failed with cause poison,
 *       by the tracker, unless a worker has claimed another copy of it
 *   3 acknowledge
 * </pre>
 *
 * <p>A crash before 3 brings the messages again: step 1 stores nothing twice and step 2 finds the
 * run ended. Nothing that comes is refused: bodies are stored as bytes, cut at 1 MiB; texts are
 * cleaned and cut; what PostgreSQL refuses all the same is found by halving the batch and stored
 * without its content. So no message can come again for ever.
 */
package io.milvaion.scheduler.mend.deadletter;
