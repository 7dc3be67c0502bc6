package io.milvaion.scheduler.job;

import java.util.List;

/**
 * One page of a list.
 *
 * @param total jobs in all pages
 */
public record JobPage(List<PlannedJob> jobs, long total) {}
