package io.milvaion.scheduler.see.attention;

/**
 * How many things of one code are wrong, those that are not listed included.
 *
 * @param total jobs that are overdue, and types and queues, are counted to 200
 */
public record AttentionTotal(AttentionCode code, Severity severity, long total) {}
