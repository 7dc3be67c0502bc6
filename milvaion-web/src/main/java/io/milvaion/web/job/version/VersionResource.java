package io.milvaion.web.job.version;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.job.catalog.Jobs;
import io.milvaion.scheduler.job.definition.JobDefinition;
import io.milvaion.scheduler.job.version.FieldChange;
import io.milvaion.scheduler.job.version.JobVersion;
import io.milvaion.scheduler.job.version.JobVersions;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.see.reach.Belonging;
import io.milvaion.web.ground.access.CurrentCaller;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.access.ShownData;
import io.milvaion.web.ground.access.Within;
import io.milvaion.web.ground.actor.CurrentActor;
import io.milvaion.web.ground.audit.Records;
import io.milvaion.web.ground.json.CursorForm;
import io.milvaion.web.ground.json.Page;
import io.milvaion.web.ground.json.PathId;
import io.milvaion.web.ground.json.Query;
import io.milvaion.web.job.definition.IfMatch;
import io.milvaion.web.job.definition.JobAnswers;
import io.milvaion.web.job.definition.JobJson;
import io.milvaion.web.job.definition.JobView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a job was in each of its versions; also of a job that was deleted. */
@Path("/jobs/{id}/versions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "jobs")
public class VersionResource {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final int MAX_VERSION = 999_999_999;

    @Inject Jobs jobs;
    @Inject JobVersions versions;
    @Inject JobAnswers answers;
    @Inject CurrentActor actor;
    @Inject ShownData shown;
    @Inject CurrentCaller caller;

    /** A version with what people had decided about the job. */
    @Schema(name = "JobVersionDetails")
    public record VersionView(
            @JsonUnwrapped JobVersion recorded,
            @Schema(implementation = Object.class) JsonNode definition) {}

    /** What is different between two versions of a job, from the first one to the second. */
    @Schema(name = "JobVersionDiff")
    public record Diff(int from, int to, List<Difference> changes) {}

    /** A field that is different. */
    public record Difference(
            String field,
            @Schema(implementation = Object.class) JsonNode from,
            @Schema(implementation = Object.class) JsonNode to) {}

    @GET
    @Needs(Permission.JOB_READ)
    @Within(Belonging.JOB)
    @Operation(
            operationId = "listJobVersions",
            summary = "List the versions of a job, new ones first")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public Page<JobVersion> list(@PathParam("id") String id, @Context UriInfo uri) {
        var query = new Query(uri);
        var part = query.part(CursorForm.NUMBER);
        query.check();
        return part.page(
                versions.list(PathId.of(id), part.after(), part.limit()), JobVersion::version);
    }

    @GET
    @Needs(Permission.JOB_READ)
    @Within(Belonging.JOB)
    @Path("{version}")
    @Operation(
            operationId = "readJobVersion",
            summary = "Read a version of a job with its whole definition")
    public VersionView read(@PathParam("id") String id, @PathParam("version") String version) {
        var found = versions.require(PathId.of(id), number(version));
        return new VersionView(
                found.version(), tree(shown.ofVersion(PathId.of(id), found.definition())));
    }

    @GET
    @Needs(Permission.JOB_READ)
    @Within(Belonging.JOB)
    @Path("{version}/diff")
    @Operation(
            operationId = "diffJobVersion",
            summary = "Compare a version of a job with another one")
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"),
            description = "the other version; default: the one before")
    public Diff diff(
            @PathParam("id") String id,
            @PathParam("version") String version,
            @Context UriInfo uri) {
        int from = number(version);
        var query = new Query(uri);
        int to = query.integer("to", from - 1, 1, MAX_VERSION);
        query.check();
        UUID job = PathId.of(id);
        return new Diff(
                from,
                to,
                versions.diff(job, from, to, was -> shown.ofVersion(job, was)).stream()
                        .map(VersionResource::difference)
                        .toList());
    }

    @POST
    @Records("job.restore")
    @Needs(Permission.JOB_WRITE)
    @Within(Belonging.JOB)
    @Path("{version}/restore")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "restoreJobVersion",
            summary =
                    "Make a job again what it was in a version; that is a new version, by the rules"
                            + " for any edit")
    @APIResponseSchema(JobView.class)
    public Response restore(
            @PathParam("id") String id,
            @PathParam("version") String version,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        var restored =
                jobs.restore(
                        PathId.of(id),
                        number(version),
                        IfMatch.of(ifMatch),
                        actor.name(),
                        caller.writing());
        return answers.written(Response.ok(), restored);
    }

    private static int number(String version) {
        if (!NUMBER.matcher(version).matches()) {
            throw new InvalidInput("version", "This must be a whole number from 1.");
        }
        return Integer.parseInt(version);
    }

    private static JsonNode tree(JobDefinition definition) {
        return JobJson.tree(definition).put("schedule", Words.of(definition.schedule().kind()));
    }

    private static Difference difference(FieldChange change) {
        return new Difference(
                change.field(),
                JobJson.value(change.field(), change.from()),
                JobJson.value(change.field(), change.to()));
    }
}
