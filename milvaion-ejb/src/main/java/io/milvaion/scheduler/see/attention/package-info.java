/**
 * What is wrong right now: a bounded list of {@link
 * io.milvaion.scheduler.see.attention.AttentionItem}s, the gravest first.
 *
 * <p>Each {@link io.milvaion.scheduler.see.attention.AttentionCode} has one meaning for all time.
 * What finds it is one method of {@code JobTroubles}, {@code QueueTroubles}, {@code
 * ClusterTroubles} or {@code RecordTroubles}, each with one bounded statement over definitions,
 * small tables or counters, never over the history. Reads only. What concerns jobs keeps within the
 * reach of whoever asks, and what concerns the whole is for those who may see it: {@link
 * io.milvaion.scheduler.see.attention.AttentionSight}.
 *
 * <p>An answer is kept for a second, and for fifty times as long as it took: many pages that look
 * at once cost as much as one.
 */
package io.milvaion.scheduler.see.attention;
