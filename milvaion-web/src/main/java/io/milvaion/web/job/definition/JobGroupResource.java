package io.milvaion.web.job.definition;

import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.job.catalog.JobGroup;
import io.milvaion.scheduler.job.catalog.JobLists;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.web.ground.access.CurrentCaller;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.access.Within;
import io.milvaion.web.ground.json.Query;
import io.milvaion.web.ground.limit.Expensive;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which tags, types and worker groups jobs have. */
@Path("/jobs/groups")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "jobs")
public class JobGroupResource {

    private static final Words<JobGroup.By> BY = Words.of(JobGroup.By.class);

    @Inject JobLists lists;
    @Inject CurrentCaller caller;

    /** Groups, the largest first. */
    public record JobGroupList(List<JobGroup> items) {}

    @GET
    @Expensive(with = "q")
    @Needs(Permission.JOB_READ)
    @Within
    @Operation(
            operationId = "listJobGroups",
            summary = "Count jobs by tag, type or worker group",
            description = "Of the jobs that the criteria mean; the 200 largest groups.")
    @Parameter(
            name = "by",
            in = ParameterIn.QUERY,
            required = true,
            description = "a job is in the groups of all its tags",
            schema = @Schema(enumeration = {"tag", "jobType", "workerGroup"}))
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "as in the list, like the other criteria")
    @Parameter(name = "tag", in = ParameterIn.QUERY)
    @Parameter(name = "jobType", in = ParameterIn.QUERY)
    @Parameter(name = "workerGroup", in = ParameterIn.QUERY)
    @Parameter(
            name = "active",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = Boolean.class))
    public JobGroupList list(@Context UriInfo uri) {
        var query = new Query(uri);
        var by = query.word("by", BY, null);
        if (by == null && !query.has("by")) {
            query.wrong("by", "Required: " + BY.choices() + ".");
        }
        var criteria = JobCriteria.in(query);
        query.check();
        return new JobGroupList(
                lists.groups(by, criteria.meant(caller.reach(Permission.JOB_READ))));
    }
}
