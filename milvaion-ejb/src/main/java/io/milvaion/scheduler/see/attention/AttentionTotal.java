package io.milvaion.scheduler.see.attention;

/**
 * How many things of one code are wrong, those that are not listed included.
 *
 * @param total of jobs that are overdue those among the 200 that are planned next
 */
public record AttentionTotal(AttentionCode code, Severity severity, long total) {}
