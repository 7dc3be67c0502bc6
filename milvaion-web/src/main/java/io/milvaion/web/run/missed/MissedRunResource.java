package io.milvaion.web.run.missed;

import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.state.missed.MissedReason;
import io.milvaion.scheduler.state.missed.MissedRun;
import io.milvaion.scheduler.state.missed.MissedRuns;
import io.milvaion.web.ground.access.CurrentCaller;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.access.Within;
import io.milvaion.web.ground.json.CursorForm;
import io.milvaion.web.ground.json.Page;
import io.milvaion.web.ground.json.Query;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The missed-run ledger: planned instants that did not run, or not in time. */
@Path("/missed-runs")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "occurrences")
public class MissedRunResource {

    private static final Words<MissedReason> REASONS = Words.of(MissedReason.class);
    private static final Duration DAY = Duration.ofDays(1);

    @Inject MissedRuns missed;
    @Inject RedisClock clock;
    @Inject CurrentCaller caller;

    /**
     * @param totals by reason
     * @param jobs by job and reason, the largest counts first, 1,000 at most
     */
    public record MissedRunSummary(
            Instant from,
            Instant to,
            List<MissedRuns.MissedTotal> totals,
            List<MissedRuns.MissedCount> jobs) {}

    @GET
    @Needs(Permission.OCCURRENCE_READ)
    @Within
    @Operation(summary = "List skipped, merged and late runs, new ones first")
    @Parameter(name = "jobId", in = ParameterIn.QUERY)
    @Parameter(
            name = "reason",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = MissedReason.class),
            description =
                    "overlap, full, misfire, merged, beyondLimit, rescheduled, deactivated,"
                            + " deleted or late")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "planned at or after")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "planned before")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public Page<MissedRun> list(@Context UriInfo uri) {
        var query = new Query(uri);
        var part = query.part(CursorForm.ID);
        var filter =
                MissedRunQuery.in(query, REASONS, part, caller.reach(Permission.OCCURRENCE_READ));
        query.check();
        return part.page(missed.list(filter), MissedRun::id);
    }

    @GET
    @Needs(Permission.OCCURRENCE_READ)
    @Within
    @Path("summary")
    @Operation(
            operationId = "summarizeMissedRuns",
            summary = "Count missed runs by the hour in which they were recorded")
    @Parameter(name = "jobId", in = ParameterIn.QUERY)
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "the first hour; default a day before the last")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "the last hour; default now")
    public MissedRunSummary summary(@Context UriInfo uri) {
        var query = new Query(uri);
        var jobId = query.uuid("jobId");
        var from = query.instant("from");
        var to = query.instant("to");
        if (from != null && to != null && to.isBefore(from)) {
            query.wrong("to", "This is before from.");
        }
        query.check();
        var end = to == null ? clock.now() : to;
        var start = from == null ? end.minus(DAY) : from;
        var summary = missed.summary(jobId, start, end, caller.reach(Permission.OCCURRENCE_READ));
        return new MissedRunSummary(start, end, summary.totals(), summary.jobs());
    }
}
