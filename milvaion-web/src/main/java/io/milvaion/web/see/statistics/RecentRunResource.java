package io.milvaion.web.see.statistics;

import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.see.statistics.RecentRuns;
import io.milvaion.web.ground.access.CurrentCaller;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.access.Within;
import io.milvaion.web.ground.json.Query;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The last runs of the jobs of a page. */
@Path("/jobs/recent-runs")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "jobs")
public class RecentRunResource {

    /** As many as fit into a request line beside other headers: the server takes 8 KiB of them. */
    private static final int MOST = 100;

    @Inject RecentRuns runs;
    @Inject CurrentCaller caller;

    /** The last runs of jobs, in the order in which they were named. */
    public record RecentRunList(List<RecentRuns.JobRuns> items) {}

    @GET
    @Needs(Permission.OCCURRENCE_READ)
    @Within
    @Operation(
            operationId = "listRecentRuns",
            summary =
                    "Read the last 30 runs of each of some jobs, new ones first, and how long they take",
            description = "A job that there is not, or that is out of reach, is left out.")
    @Parameter(
            name = "jobId",
            in = ParameterIn.QUERY,
            required = true,
            description = "once for each job, 100 at most",
            schema =
                    @Schema(
                            type = SchemaType.ARRAY,
                            implementation = UUID.class,
                            minItems = 1,
                            maxItems = MOST))
    public RecentRunList list(@Context UriInfo uri) {
        var query = new Query(uri);
        var jobs = query.uuids("jobId", MOST);
        query.check();
        return new RecentRunList(runs.of(jobs, caller.reach(Permission.OCCURRENCE_READ)));
    }
}
