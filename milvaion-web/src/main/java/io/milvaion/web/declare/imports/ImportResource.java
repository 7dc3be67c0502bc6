package io.milvaion.web.declare.imports;

import io.milvaion.scheduler.declare.apply.Declarations;
import io.milvaion.scheduler.declare.apply.Judge;
import io.milvaion.scheduler.declare.imports.SourceFormat;
import io.milvaion.scheduler.declare.plan.ChangePlan;
import io.milvaion.scheduler.declare.plan.Declaration;
import io.milvaion.scheduler.declare.plan.Request;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.scheduler.job.definition.JobDefinition;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.web.declare.document.Documents;
import io.milvaion.web.declare.form.Forms;
import io.milvaion.web.declare.form.JobForm;
import io.milvaion.web.ground.access.CurrentCaller;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.access.Within;
import io.milvaion.web.ground.audit.Records;
import io.milvaion.web.ground.condition.Conditions;
import io.milvaion.web.ground.json.Query;
import io.milvaion.web.ground.limit.Expensive;
import io.milvaion.web.ground.once.Keyed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes over jobs of other schedulers, and shows before what becomes of them. */
@Path("/imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "jobs")
public class ImportResource {

    @Inject Declarations declarations;
    @Inject JobForm form;
    @Inject Forms forms;
    @Inject CurrentCaller caller;
    @Inject RedisClock clock;

    @POST
    @Keyed
    @Records("documents.apply")
    @Needs(Permission.JOB_WRITE)
    @Within
    @Expensive
    @Consumes({
        MediaType.APPLICATION_OCTET_STREAM,
        MediaType.APPLICATION_JSON,
        Documents.YAML,
        Documents.OLD_YAML,
        MediaType.APPLICATION_XML
    })
    @Operation(
            summary = "Take over jobs of another scheduler, all or nothing",
            description =
                    "The answer has for each entry the job that it becomes, what is lost, and the"
                            + " next runs by the rules of the source beside ours. If-Match takes the"
                            + " ETag of a dry run.")
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            required = true,
            schema = @Schema(implementation = SourceFormat.class))
    @Parameter(
            name = "dryRun",
            in = ParameterIn.QUERY,
            description = "true: only tell what would be done",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "timeZone",
            in = ParameterIn.QUERY,
            description = "of the machine that it comes from, where it names none; default UTC")
    @Parameter(name = "prefix", in = ParameterIn.QUERY, description = "of the names of all jobs")
    @Parameter(name = "jobType", in = ParameterIn.QUERY, description = "for all jobs")
    @Parameter(name = "workerGroup", in = ParameterIn.QUERY, description = "for all jobs")
    @Parameter(name = "tag", in = ParameterIn.QUERY, description = "for all jobs")
    @Parameter(
            name = "label",
            in = ParameterIn.QUERY,
            description = "LABEL=VALUE for all jobs, by which they are exported and pruned")
    @Parameter(
            name = "existing",
            in = ParameterIn.QUERY,
            description = "what becomes of jobs that are declared by the same names",
            schema =
                    @Schema(
                            enumeration = {"refuse", "update"},
                            defaultValue = "refuse"))
    @Parameter(
            name = "skipWrong",
            in = ParameterIn.QUERY,
            description = "true: leave out what cannot be taken over",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @RequestBody(
            required = true,
            description = "The file as it is; with application/json also its text",
            content = @Content(schema = @Schema(implementation = Object.class)))
    @APIResponseSchema(ImportView.class)
    public Response create(
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            InputStream body)
            throws IOException {
        var bytes = body.readAllBytes();
        var asked = new Query(uri);
        if (bytes.length == 0) {
            asked.wrong("", "A body is required: the file to take over.");
        }
        var query = ImportQuery.read(asked);
        var now = clock.now().truncatedTo(ChronoUnit.SECONDS); // what counts from it is read
        var judge = new EntryJudge(form, query, caller.require(), now);
        var entries =
                ImportBody.read(bytes, headers.getMediaType(), query, now).stream()
                        .map(judge::judge)
                        .toList();
        var request = request(query, entries, caller.reach(Permission.JOB_WRITE));
        var plan = query.dryRun() ? declarations.plan(request) : apply(query, request, ifMatch);
        var view = ImportView.of(query, entries, plan);
        return (query.dryRun() ? Response.ok().tag(view.planHash()) : Response.ok())
                .entity(view)
                .build();
    }

    private Request request(ImportQuery query, List<JudgedEntry> entries, Reach reach) {
        var right = new ArrayList<Declaration<?>>();
        var wrong = new ArrayList<Violation>();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).isRight()) {
                right.add(declaration(i, entries.get(i), query));
            } else {
                wrong.add(violation(i, entries.get(i)));
            }
        }
        if (!wrong.isEmpty() && !query.dryRun() && !query.skipWrong()) {
            throw new InvalidInput(wrong);
        }
        return new Request(forms.kinds(), right, null, false, reach);
    }

    private Declaration<JobDefinition> declaration(
            int index, JudgedEntry entry, ImportQuery query) {
        var label = query.label();
        return new Declaration<>(
                index,
                form.kind(),
                entry.name(),
                null,
                label == null ? Map.of() : Map.of(label.key(), label.value()),
                before -> form.read(entry.name(), entry.job(), before, caller.require()));
    }

    private static Violation violation(int index, JudgedEntry entry) {
        return new Violation(
                "entries[" + index + "]",
                "%s, %s: %s"
                        .formatted(
                                entry.entry().place(),
                                entry.name(),
                                String.join(" ", entry.errors())));
    }

    private ChangePlan apply(ImportQuery query, Request request, String ifMatch) {
        var expected = Judge.expecting(Conditions.ifMatch(ifMatch));
        return declarations.apply(
                request, Existing.judge(query.update()).and(expected), caller.require().getName());
    }
}
