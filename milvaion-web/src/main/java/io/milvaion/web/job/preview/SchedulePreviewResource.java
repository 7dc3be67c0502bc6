package io.milvaion.web.job.preview;

import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.job.definition.JobRules;
import io.milvaion.scheduler.job.definition.ScheduleKind;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.see.preview.SchedulePreview;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.access.Within;
import io.milvaion.web.ground.json.Query;
import io.milvaion.web.ground.limit.Expensive;
import io.milvaion.web.job.definition.ScheduleInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Answers when a schedule of any kind runs, by the same rules as the dispatcher. */
@Path("/schedules/preview")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "jobs")
public class SchedulePreviewResource {

    private static final int MOST_RUNS = 1_000;

    @Inject RedisClock clock;

    @GET
    @Expensive
    @Needs(Permission.JOB_READ)
    @Within
    @Operation(
            operationId = "previewSchedule",
            summary = "Show when a schedule runs, and what follows from it",
            description = "Its parameters are called as the fields of a job that they become.")
    @Parameter(name = "cronExpression", in = ParameterIn.QUERY)
    @Parameter(name = "cronDialect", in = ParameterIn.QUERY, description = "default milvaion")
    @Parameter(name = "every", in = ParameterIn.QUERY, description = "such as PT15M or P1D")
    @Parameter(name = "everyClock", in = ParameterIn.QUERY, description = "real or local")
    @Parameter(name = "delay", in = ParameterIn.QUERY, description = "such as PT15M")
    @Parameter(name = "rrule", in = ParameterIn.QUERY, description = "lines of RFC 5545")
    @Parameter(name = "executeAt", in = ParameterIn.QUERY)
    @Parameter(name = "timeZone", in = ParameterIn.QUERY, description = "default UTC")
    @Parameter(name = "dstGap", in = ParameterIn.QUERY, description = "shift or skip")
    @Parameter(name = "dstOverlap", in = ParameterIn.QUERY, description = "first, second or both")
    @Parameter(name = "startsAt", in = ParameterIn.QUERY)
    @Parameter(name = "endsAt", in = ParameterIn.QUERY)
    @Parameter(name = "maxRuns", in = ParameterIn.QUERY)
    @Parameter(name = "calendars", in = ParameterIn.QUERY, description = "names, between commas")
    @Parameter(name = "onClosed", in = ParameterIn.QUERY, description = "default skip")
    @Parameter(name = "spreadSeconds", in = ParameterIn.QUERY)
    @Parameter(name = "jitterSeconds", in = ParameterIn.QUERY)
    @Parameter(name = "jobId", in = ParameterIn.QUERY, description = "whose offsets it takes")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "default now")
    @Parameter(name = "count", in = ParameterIn.QUERY, description = "1 to 1000, default 10")
    public SchedulePreview preview(@Context UriInfo uri) {
        var query = new Query(uri);
        var schedule = ScheduleInput.read(query);
        var from = query.instant("from");
        var jobId = query.uuid("jobId");
        int count = query.integer("count", 10, 1, MOST_RUNS);
        if (schedule.kind() == ScheduleKind.NONE) {
            query.wrong("cronExpression", "A schedule is required.");
        }
        query.check();
        var start = from == null ? clock.now() : from;
        var violations = JobRules.violations(schedule, start);
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return SchedulePreview.of(schedule, jobId, start, count);
    }
}
