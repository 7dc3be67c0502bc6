package io.milvaion.scheduler.job.catalog;

import java.util.List;

/**
 * One page of a list.
 *
 * @param total jobs in all pages, counted to {@value #COUNTED} at most
 * @param totalIsLowerBound whether there are more than {@code total}
 */
public record JobPage(List<PlannedJob> jobs, long total, boolean totalIsLowerBound) {

    /** To count all of a million takes longer than to find a page. */
    public static final int COUNTED = 10_000;

    /**
     * @param counted jobs in all pages, counted to one more than {@value #COUNTED} at most
     */
    static JobPage of(List<PlannedJob> jobs, int counted) {
        return new JobPage(jobs, Math.min(counted, COUNTED), counted > COUNTED);
    }
}
