package io.milvaion.web.run.missed;

import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.state.missed.MissedReason;
import io.milvaion.scheduler.state.missed.MissedRuns;
import io.milvaion.scheduler.state.missed.SkippedRun;
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
import java.util.EnumSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Planned instants that did not run, and why. */
@Path("/skipped-runs")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "occurrences")
public class SkippedRunResource {

    private static final Words<MissedReason> REASONS =
            Words.of(EnumSet.complementOf(EnumSet.of(MissedReason.LATE)));

    @Inject MissedRuns missedRuns;
    @Inject CurrentCaller caller;

    @GET
    @Needs(Permission.OCCURRENCE_READ)
    @Within
    @Operation(summary = "List skipped runs, new ones first")
    @Parameter(name = "jobId", in = ParameterIn.QUERY)
    @Parameter(
            name = "reason",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = MissedReason.class),
            description =
                    "overlap, full, misfire, merged, beyondLimit, rescheduled, deactivated or"
                            + " deleted")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "planned at or after")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "planned before")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public Page<SkippedRun> list(@Context UriInfo uri) {
        var query = new Query(uri);
        var part = query.part(CursorForm.ID);
        var filter =
                MissedRunQuery.in(query, REASONS, part, caller.reach(Permission.OCCURRENCE_READ));
        query.check();
        return part.page(missedRuns.skipped(filter), SkippedRun::id);
    }
}
