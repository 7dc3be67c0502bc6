package io.milvaion.web.declare.apply;

import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.web.declare.document.Documents;
import io.milvaion.web.declare.document.LabelText;
import io.milvaion.web.declare.form.Form;
import io.milvaion.web.declare.form.Forms;
import io.milvaion.web.ground.access.CurrentCaller;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.access.NotPermitted;
import io.milvaion.web.ground.json.Query;
import io.milvaion.web.ground.limit.Expensive;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Writes what is there as documents. */
@Path("/export")
@RequestScoped
@Tag(ref = "jobs")
public class ExportResource {

    @Inject Forms forms;
    @Inject DocumentWriter writer;
    @Inject CurrentCaller caller;

    @GET
    @Needs
    @Expensive
    @Produces({Documents.YAML, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Write jobs and roles as documents that can be applied, by kind and name",
            description =
                    "YAML, or a JSON array if Accept asks for it. What is so by default is left out;"
                            + " a job that was never declared has its id in metadata.")
    @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            description = "Job or Role; absent: all that the caller may read")
    @Parameter(
            name = "label",
            in = ParameterIn.QUERY,
            description = "LABEL=VALUE; absent: also what was never declared")
    @Parameter(name = "id", in = ParameterIn.QUERY, description = "Only the job or role of this id")
    @APIResponse(
            responseCode = "200",
            description = "The documents",
            content = {
                @Content(mediaType = Documents.YAML, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Object.class))
            })
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    public StreamingOutput export(@Context UriInfo uri, @Context HttpHeaders headers) {
        var query = new Query(uri);
        var kind = query.word("kind", forms.names(), null);
        var label = LabelText.read(query, "label");
        var id = query.text("id");
        query.check();
        boolean json = isJson(headers);
        var chosen = forms(kind).stream().map(form -> writer.find(form, label, id)).toList();
        var reach = caller.reach(Permission.JOB_READ);
        return out -> writer.write(chosen, reach, json, out);
    }

    private List<Form<?>> forms(String kind) {
        var me = caller.require();
        if (kind == null) {
            return forms.all().stream().filter(form -> me.may(form.reads())).toList();
        }
        var form = forms.require(kind);
        NotPermitted.unless(me, form.reads());
        return List.of(form);
    }

    /** The first of what the client takes that is written here decides. */
    private static boolean isJson(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .filter(type -> !type.isWildcardSubtype())
                .findFirst()
                .filter(Documents::isJson)
                .isPresent();
    }
}
