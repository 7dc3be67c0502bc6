package io.milvaion.web.job.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.scheduler.job.catalog.Jobs;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.see.reach.Belonging;
import io.milvaion.web.Api;
import io.milvaion.web.ground.access.CurrentCaller;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.access.Within;
import io.milvaion.web.ground.actor.CurrentActor;
import io.milvaion.web.ground.audit.Records;
import io.milvaion.web.ground.json.PathId;
import io.milvaion.web.ground.json.Query;
import io.milvaion.web.ground.limit.Expensive;
import io.milvaion.web.ground.once.ChosenId;
import io.milvaion.web.ground.once.Confidential;
import io.milvaion.web.ground.outdated.Outdated;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
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

    private static final String CHECKED =
            "200 also if a write would be refused: violations then say why.";

    @Inject Jobs jobs;
    @Inject JobAnswers answers;
    @Inject RedisClock clock;
    @Inject CurrentActor actor;
    @Inject ChosenId chosen;
    @Inject CurrentCaller caller;

    @GET
    @Expensive(with = "q")
    @Needs(Permission.JOB_READ)
    @Within
    @Operation(
            summary = "List jobs",
            description =
                    "The total is counted to 10,000 at most; totalIsLowerBound says that there are more.")
    @Outdated(parameters = {"page", "size"})
    @Parameter(name = "page", in = ParameterIn.QUERY, deprecated = true, description = "from 0")
    @Parameter(name = "size", in = ParameterIn.QUERY, deprecated = true, description = "1 to 200")
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
    @Parameter(name = "jobType", in = ParameterIn.QUERY)
    @Parameter(
            name = "workerGroup",
            in = ParameterIn.QUERY,
            description = "the group of workers that a job names")
    @Parameter(name = "active", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public JobList list(@Context UriInfo uri) {
        var query = new Query(uri);
        var asked = JobQuery.in(query, caller.reach(Permission.JOB_READ));
        query.check();
        return asked.page(jobs.list(asked.filter()));
    }

    @POST
    @Records("job.create")
    @Needs(Permission.JOB_WRITE)
    @Within
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Create a job")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = JobView.class)))
    @APIResponseSchema(value = JobView.class, responseCode = "201")
    public Response create(ObjectNode body) {
        var created =
                jobs.create(JobJson.create(body), actor.name(), chosen.orNull(), caller.writing());
        return answers.written(Response.created(Api.at("jobs", created.job().id())), created);
    }

    @POST
    @Confidential
    @Expensive
    @Records(Records.NOTHING)
    @Needs(Permission.JOB_WRITE)
    @Within
    @Path("check")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Say what would be wrong with a new job, and do nothing",
            description = CHECKED)
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public CheckedJob check(ObjectNode body) {
        return answers.checked(
                () -> jobs.check(JobJson.create(body), caller.writing()), clock.now());
    }

    @POST
    @Confidential
    @Expensive
    @Records(Records.NOTHING)
    @Needs(Permission.JOB_WRITE)
    @Within(Belonging.JOB)
    @Path("{id}/check")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "checkReplacedJob",
            summary = "Say what would be wrong with what replaces a job, and do nothing",
            description = CHECKED)
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public CheckedJob check(@PathParam("id") String id, ObjectNode body) {
        UUID job = PathId.of(id);
        var changed = changedReadOnly(job, body);
        return answers.checked(
                () ->
                        jobs.check(
                                job,
                                before -> JobJson.replace(body, changed, before),
                                caller.writing()),
                clock.now());
    }

    @GET
    @Needs(Permission.JOB_READ)
    @Within(Belonging.JOB)
    @Path("{id}")
    @Operation(summary = "Read a job")
    @APIResponseSchema(JobView.class)
    public Response read(@PathParam("id") String id) {
        return answers.read(jobs.require(PathId.of(id)));
    }

    @PUT
    @Records("job.update")
    @Needs(Permission.JOB_WRITE)
    @Within(Belonging.JOB)
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replace a job", description = READ_ONLY)
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = JobView.class)))
    @APIResponseSchema(JobView.class)
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
                        before -> JobJson.replace(body, changed, before),
                        actor.name(),
                        caller.writing());
        return answers.written(Response.ok(), saved);
    }

    @PATCH
    @Records("job.update")
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
    @APIResponseSchema(JobView.class)
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
                        caller.writing());
        return answers.written(Response.ok(), saved);
    }

    @DELETE
    @Records("job.delete")
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
        return JobJson.READ_ONLY.areIn(body)
                ? JobJson.READ_ONLY.changed(body, JobView.of(jobs.require(job), null), clock.now())
                : List.of();
    }
}
