package io.milvaion.web.declare.apply;

import io.milvaion.scheduler.declare.apply.Declarations;
import io.milvaion.scheduler.declare.apply.Judge;
import io.milvaion.scheduler.declare.plan.ChangePlan;
import io.milvaion.scheduler.declare.plan.Label;
import io.milvaion.scheduler.declare.plan.Request;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.web.declare.document.DocumentReader;
import io.milvaion.web.declare.document.Documents;
import io.milvaion.web.declare.document.LabelText;
import io.milvaion.web.declare.form.Forms;
import io.milvaion.web.ground.access.CurrentCaller;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.access.NotPermitted;
import io.milvaion.web.ground.audit.Records;
import io.milvaion.web.ground.condition.Conditions;
import io.milvaion.web.ground.json.Query;
import io.milvaion.web.ground.limit.Expensive;
import io.milvaion.web.ground.once.Keyed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Makes what is there what documents say. */
@Path("/apply")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "jobs")
public class ApplyResource {

    @Inject Declarations declarations;
    @Inject Forms forms;
    @Inject CurrentCaller caller;

    @PUT
    @Keyed
    @Records("documents.apply")
    @Needs
    @Expensive
    @Consumes({MediaType.APPLICATION_JSON, Documents.YAML, Documents.OLD_YAML})
    @Operation(
            summary = "Make jobs and roles what documents say, all or nothing",
            description =
                    "Needs the permission to write each kind that it touches. If-Match takes the"
                            + " ETag of a dry run: 412 if something else would be done now.")
    @Parameter(
            name = "dryRun",
            in = ParameterIn.QUERY,
            description = "true: only tell what would be done",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "prune",
            in = ParameterIn.QUERY,
            description = "LABEL=VALUE: delete managed objects with it that no document declares")
    @Parameter(
            name = "allowEmpty",
            in = ParameterIn.QUERY,
            description = "true: there may be no documents at all",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "adopt",
            in = ParameterIn.QUERY,
            description = "true: take over objects that were never declared",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @RequestBody(
            required = true,
            description = "All documents of a YAML stream; in JSON one, or an array of them",
            content = @Content(schema = @Schema(implementation = Object.class)))
    @APIResponseSchema(PlanView.class)
    public Response apply(
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            InputStream body)
            throws IOException {
        var query = new Query(uri);
        boolean dryRun = Boolean.TRUE.equals(query.flag("dryRun"));
        boolean allowEmpty = Boolean.TRUE.equals(query.flag("allowEmpty"));
        boolean adopt = Boolean.TRUE.equals(query.flag("adopt"));
        var prune = LabelText.read(query, "prune");
        query.check();
        var request = request(body.readAllBytes(), headers.getMediaType(), prune, adopt);
        if (request.declarations().isEmpty() && !allowEmpty) {
            throw new InvalidInput(
                    "", "There is no document in this; ?allowEmpty=true lets it be.");
        }
        var plan = dryRun ? dryRun(request) : apply(request, ifMatch);
        var view = PlanView.of(plan, dryRun, forms);
        return (dryRun ? Response.ok().tag(view.planHash()) : Response.ok()).entity(view).build();
    }

    private Request request(byte[] body, MediaType type, Label prune, boolean adopt) {
        var documents = Documents.read(body, type);
        return new Request(
                forms.kinds(),
                DocumentReader.read(documents, forms, caller.require()),
                prune,
                adopt,
                caller.reach(Permission.JOB_WRITE));
    }

    private ChangePlan dryRun(Request request) {
        var plan = declarations.plan(request);
        permitted().judge(plan);
        return plan;
    }

    private ChangePlan apply(Request request, String ifMatch) {
        var expected = Judge.expecting(Conditions.ifMatch(ifMatch));
        return declarations.apply(request, permitted().and(expected), caller.require().getName());
    }

    /** Documents are looked at before; this is for what is pruned. */
    private Judge permitted() {
        var me = caller.require();
        return plan ->
                plan.steps()
                        .forEach(
                                step ->
                                        NotPermitted.unless(
                                                me, forms.require(step.kind().name()).writes()));
    }
}
