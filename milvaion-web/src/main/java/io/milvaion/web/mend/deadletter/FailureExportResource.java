package io.milvaion.web.mend.deadletter;

import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.mend.deadletter.FailedOccurrence;
import io.milvaion.scheduler.mend.deadletter.Failures;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.web.ground.access.CurrentCaller;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.access.Within;
import io.milvaion.web.ground.json.Query;
import io.milvaion.web.ground.limit.Expensive;
import io.milvaion.web.ground.sheet.Export;
import io.milvaion.web.ground.sheet.ExportLimits;
import io.milvaion.web.ground.sheet.ExportQuery;
import io.milvaion.web.ground.sheet.SheetColumn;
import io.milvaion.web.ground.sheet.SheetFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

/** Failed occurrences as a file for spreadsheets. */
@Path("/failed-occurrences/export")
@ApplicationScoped
@Tag(ref = "dead letters")
public class FailureExportResource {

    private static final int PAGE = 500;

    private static final List<SheetColumn<FailedOccurrence>> COLUMNS =
            List.of(
                    new SheetColumn<>("occurrenceId", FailedOccurrence::occurrenceId),
                    new SheetColumn<>("jobId", FailedOccurrence::jobId),
                    new SheetColumn<>("jobName", FailedOccurrence::jobName),
                    new SheetColumn<>("jobType", FailedOccurrence::jobType),
                    new SheetColumn<>("state", FailedOccurrence::state),
                    new SheetColumn<>("cause", FailedOccurrence::cause),
                    new SheetColumn<>("attemptsMade", FailedOccurrence::attemptsMade),
                    new SheetColumn<>("endedAt", FailedOccurrence::endedAt),
                    new SheetColumn<>("errorType", FailedOccurrence::errorType),
                    new SheetColumn<>("errorGroup", FailedOccurrence::errorGroup),
                    new SheetColumn<>("resolvedAt", FailedOccurrence::resolvedAt),
                    new SheetColumn<>("resolvedBy", FailedOccurrence::resolvedBy),
                    new SheetColumn<>("note", FailedOccurrence::note),
                    new SheetColumn<>("retriedAs", FailedOccurrence::retriedAs));

    @Inject Failures failures;
    @Inject CurrentCaller caller;

    private final ExportLimits limits = ExportLimits.from(SettingsReader.ofApplication());

    @GET
    @Expensive
    @Needs(Permission.FAILURE_READ)
    @Within
    @Produces(MediaType.WILDCARD)
    @Operation(
            summary = "Export failed occurrences as CSV or XLSX, new ones first",
            description = "Takes the criteria of the list, and what the export of runs takes.")
    @Parameter(name = "format", in = ParameterIn.QUERY, description = "csv (default) or xlsx")
    @Parameter(
            name = "zone",
            in = ParameterIn.QUERY,
            description = "in which instants are written, like Europe/Berlin; default UTC")
    @Parameter(
            name = "bom",
            in = ParameterIn.QUERY,
            description = "true: CSV begins with a byte order mark, by which Excel knows UTF-8")
    @Parameter(
            name = "columns",
            in = ParameterIn.QUERY,
            description = "which, divided by commas; all without it")
    @Parameter(name = "jobId", in = ParameterIn.QUERY)
    @Parameter(name = "jobType", in = ParameterIn.QUERY)
    @Parameter(name = "state", in = ParameterIn.QUERY)
    @Parameter(name = "cause", in = ParameterIn.QUERY)
    @Parameter(name = "group", in = ParameterIn.QUERY, description = "id of a group")
    @Parameter(name = "resolved", in = ParameterIn.QUERY)
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "planned at or after")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "planned before")
    @Parameter(name = "q", in = ParameterIn.QUERY, description = "part of the text of the group")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = SheetFormat.XLSX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response export(@Context UriInfo uri) {
        var query = new Query(uri);
        var filter = FailureFilterBody.in(query).meant(caller.reach(Permission.FAILURE_READ));
        var wanted = ExportQuery.in(query, COLUMNS);
        query.check();
        return new Export<>(
                        "failures",
                        wanted,
                        last ->
                                failures.list(
                                        filter, last == null ? null : last.occurrenceId(), PAGE),
                        limits)
                .answer();
    }
}
