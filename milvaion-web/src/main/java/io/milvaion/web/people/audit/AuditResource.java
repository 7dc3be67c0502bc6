package io.milvaion.web.people.audit;

import io.milvaion.scheduler.ground.audit.AuditTrail;
import io.milvaion.scheduler.ground.audit.Verification;
import io.milvaion.scheduler.ground.audit.Verifier;
import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.json.CursorForm;
import io.milvaion.web.ground.json.Page;
import io.milvaion.web.ground.json.PathId;
import io.milvaion.web.ground.json.Query;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who did what. */
@Path("/audit")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "people")
public class AuditResource {

    private static final String CSV = "text/csv;charset=UTF-8";
    private static final Words<String> FORMATS = Words.of("csv", "jsonl");
    private static final String LINES = "application/x-ndjson";

    @Inject AuditTrail trail;
    @Inject Verifier verifier;

    @GET
    @Needs(Permission.AUDIT_READ)
    @Operation(
            operationId = "listAuditEntries",
            summary = "List what was done and what was refused, new ones first")
    @Parameter(name = "actor", in = ParameterIn.QUERY, description = "name of an account")
    @Parameter(name = "action", in = ParameterIn.QUERY, description = "like job.update")
    @Parameter(name = "objectType", in = ParameterIn.QUERY, description = "like job")
    @Parameter(name = "objectId", in = ParameterIn.QUERY)
    @Parameter(name = "outcome", in = ParameterIn.QUERY, description = "done, refused, failed")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "at or after")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "before")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "part of what entries say; without from of the last 31 days")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public Page<AuditView> list(@Context UriInfo uri) {
        var query = new Query(uri);
        var filter = AuditQuery.filter(query);
        var part = query.part(CursorForm.SEQUENCE);
        query.check();
        var found = trail.list(filter, part.after(), part.limit());
        return part.page(found.stream().map(AuditView::of).toList(), AuditView::number);
    }

    @GET
    @Needs(Permission.AUDIT_READ)
    @Path("{id}")
    @Operation(operationId = "readAuditEntry", summary = "Read an entry of the audit trail")
    public AuditView read(@PathParam("id") String id) {
        var entry = PathId.of(id);
        return trail.find(entry)
                .map(AuditView::of)
                .orElseThrow(() -> new NotFound(NotFound.What.AUDIT_ENTRY, entry));
    }

    @GET
    @Needs(Permission.AUDIT_READ)
    @Path("export")
    @Produces({CSV, LINES})
    @Operation(
            operationId = "exportAuditEntries",
            summary = "Export the audit trail as CSV or as JSON lines; filters as of the list")
    @Parameter(name = "format", in = ParameterIn.QUERY, description = "csv (if absent) or jsonl")
    @Parameter(name = "actor", in = ParameterIn.QUERY, description = "name of an account")
    @Parameter(name = "action", in = ParameterIn.QUERY, description = "like job.update")
    @Parameter(name = "objectType", in = ParameterIn.QUERY, description = "like job")
    @Parameter(name = "objectId", in = ParameterIn.QUERY)
    @Parameter(name = "outcome", in = ParameterIn.QUERY, description = "done, refused, failed")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "at or after")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "before")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "part of what entries say; without from of the last 31 days")
    public Response export(@Context UriInfo uri) {
        var query = new Query(uri);
        var format = query.word("format", FORMATS, "csv");
        var export = new AuditExport(trail, AuditQuery.filter(query));
        query.check();
        boolean lines = "jsonl".equals(format);
        return Response.ok(lines ? export.lines() : export.csv(), lines ? LINES : CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=audit." + (lines ? "jsonl" : "csv"))
                .build();
    }

    @GET
    @Needs(Permission.AUDIT_READ)
    @Path("verify")
    @Operation(
            operationId = "verifyAuditEntries",
            summary = "Look for entries that were altered, removed or inserted; 50,000 at once")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "first number",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "last number",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
    public Verification verify(@Context UriInfo uri) {
        var query = new Query(uri);
        var from = AuditQuery.number(query, "from");
        var to = AuditQuery.number(query, "to");
        query.check();
        return verifier.verify(from, to);
    }
}
