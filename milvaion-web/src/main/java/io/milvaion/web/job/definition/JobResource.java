package io.milvaion.web.job.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.scheduler.job.catalog.JobFilter;
import io.milvaion.scheduler.job.catalog.JobFilter.Sort;
import io.milvaion.scheduler.job.catalog.Jobs;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.see.reach.Belonging;
import io.milvaion.web.Api;
import io.milvaion.web.ground.access.CurrentCaller;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.access.Within;
import io.milvaion.web.ground.actor.CurrentActor;
import io.milvaion.web.ground.json.PathId;
import io.milvaion.web.ground.json.Query;
import io.milvaion.web.ground.once.ChosenId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Definitions of jobs. */
@Path("/jobs")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "jobs")
public class JobResource {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private static final String READ_ONLY =
            "What was read may be sent back: read-only fields are refused only if they differ from"
                    + " what the job has.";

    private static final Map<String, Sort> SORTS =
            Map.of(
                    "displayName", Sort.DISPLAY_NAME,
                    "createdAt", Sort.CREATED_AT,
                    "updatedAt", Sort.UPDATED_AT,
                    "nextRunAt", Sort.NEXT_RUN_AT);

    @Inject Jobs jobs;
    @Inject JobAnswers answers;
    @Inject RedisClock clock;
    @Inject CurrentActor actor;
    @Inject ChosenId chosen;
    @Inject CurrentCaller caller;

    /**
     * One page of jobs.
     *
     * @param total jobs in all pages, counted to 10,000 at most
     * @param totalIsLowerBound whether there are more than {@code total}
     */
    public record JobList(
            List<JobView> items, int page, int size, long total, boolean totalIsLowerBound) {}

    @GET
    @Needs(Permission.JOB_READ)
    @Within
    @Operation(
            summary = "List jobs",
            description =
                    "The total is counted to 10,000 at most; totalIsLowerBound says that there are more.")
    @Parameter(name = "page", in = ParameterIn.QUERY, description = "from 0")
    @Parameter(name = "size", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description =
                    "displayName, createdAt, updatedAt or nextRunAt; with - in front from"
                            + " the end; default -createdAt")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "part of name, description or job type, in any case")
    @Parameter(name = "tag", in = ParameterIn.QUERY)
    @Parameter(name = "active", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.BOOLEAN))
    public JobList list(@Context UriInfo uri) {
        var query = new Query(uri);
        var sort = query.text("sort");
        boolean descending = sort == null || sort.startsWith("-");
        var key = sort == null ? "createdAt" : sort.substring(descending ? 1 : 0);
        if (!SORTS.containsKey(key)) {
            query.wrong(
                    "sort",
                    "Allowed: "
                            + SORTS.keySet().stream().sorted().toList()
                            + ", each also with -.");
        }
        var filter =
                new JobFilter(
                        query.integer("page", 0, 0, 1_000_000),
                        query.integer("size", 50, 1, 200),
                        SORTS.get(key),
                        descending,
                        query.text("q"),
                        query.text("tag"),
                        query.flag("active"),
                        caller.reach(Permission.JOB_READ));
        query.check();
        var found = jobs.list(filter);
        return new JobList(
                found.jobs().stream().map(job -> JobView.of(job, null)).toList(),
                filter.page(),
                filter.size(),
                found.total(),
                found.totalIsLowerBound());
    }

    @POST
    @Needs(Permission.JOB_WRITE)
    @Within
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Create a job")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response create(ObjectNode body) {
        var created =
                jobs.create(
                        JobJson.create(body),
                        actor.name(),
                        chosen.orNull(),
                        caller.reach(Permission.JOB_WRITE));
        return answers.written(Response.created(Api.at("jobs", created.job().id())), created);
    }

    @GET
    @Needs(Permission.JOB_READ)
    @Within(Belonging.JOB)
    @Path("{id}")
    @Operation(summary = "Read a job")
    public Response read(@PathParam("id") String id) {
        return answers.read(jobs.require(PathId.of(id)));
    }

    @PUT
    @Needs(Permission.JOB_WRITE)
    @Within(Belonging.JOB)
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replace a job", description = READ_ONLY)
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response replace(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            ObjectNode body) {
        UUID job = PathId.of(id);
        var changed = changedReadOnly(job, body);
        var saved =
                jobs.edit(
                        job,
                        IfMatch.of(ifMatch),
                        before -> JobJson.replace(body, changed),
                        actor.name(),
                        caller.reach(Permission.JOB_WRITE));
        return answers.written(Response.ok(), saved);
    }

    @PATCH
    @Needs(Permission.JOB_WRITE)
    @Within(Belonging.JOB)
    @Path("{id}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(summary = "Change some fields of a job (JSON merge patch)", description = READ_ONLY)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MERGE_PATCH,
                            schema = @Schema(implementation = JobView.class)))
    public Response patch(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            ObjectNode patch) {
        UUID job = PathId.of(id);
        var changed = changedReadOnly(job, patch);
        var saved =
                jobs.edit(
                        job,
                        IfMatch.of(ifMatch),
                        before -> JobJson.patch(patch, changed, before),
                        actor.name(),
                        caller.reach(Permission.JOB_WRITE));
        return answers.written(Response.ok(), saved);
    }

    @DELETE
    @Needs(Permission.JOB_WRITE)
    @Within(Belonging.JOB)
    @Path("{id}")
    @Operation(
            summary = "Delete a job; its history stays",
            description =
                    "From then on everything below its address is 404, except its versions, which are"
                            + " the record of what it was; its runs and missed runs stay in their"
                            + " lists.")
    public void delete(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        UUID job = PathId.of(id);
        jobs.delete(job, IfMatch.of(ifMatch), actor.name());
    }

    private List<Violation> changedReadOnly(UUID job, ObjectNode body) {
        return ReadOnlyFields.areIn(body)
                ? ReadOnlyFields.changed(body, JobView.of(jobs.require(job), null), clock.now())
                : List.of();
    }
}
