package io.milvaion.web.job.definition;

import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.job.catalog.JobFilter;
import io.milvaion.web.ground.json.Input;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which jobs are meant: the same members in a query and in a body. */
public record JobCriteria(
        @Schema(description = "part of name, description or job type, in any case") String q,
        String tag,
        String jobType,
        @Schema(description = "the group of workers that a job names") String workerGroup,
        Boolean active) {

    public static JobCriteria in(Input input) {
        return new JobCriteria(
                input.text("q"),
                input.text("tag"),
                input.text("jobType"),
                input.text("workerGroup"),
                input.flag("active"));
    }

    public JobFilter meant(Reach reach) {
        return new JobFilter(
                JobFilter.Sort.CREATED_AT,
                true,
                q,
                tag,
                jobType,
                workerGroup,
                active,
                null,
                1,
                0,
                reach);
    }
}
