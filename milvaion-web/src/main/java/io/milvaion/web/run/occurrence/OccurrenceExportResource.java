package io.milvaion.web.run.occurrence;

import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.state.occurrence.Occurrence;
import io.milvaion.scheduler.state.occurrence.OccurrenceLists;
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

/** Runs as a file for spreadsheets. */
@Path("/occurrences/export")
@ApplicationScoped
@Tag(ref = "occurrences")
public class OccurrenceExportResource {

    private static final int PAGE = 500;

    private static final List<SheetColumn<Occurrence>> COLUMNS =
            List.of(
                    new SheetColumn<>("id", Occurrence::id),
                    new SheetColumn<>("jobId", Occurrence::jobId),
                    new SheetColumn<>("jobName", Occurrence::jobName),
                    new SheetColumn<>("jobType", Occurrence::jobType),
                    new SheetColumn<>("jobVersion", Occurrence::jobVersion),
                    new SheetColumn<>("state", Occurrence::state),
                    new SheetColumn<>("stage", Occurrence::stage),
                    new SheetColumn<>("plannedAt", Occurrence::plannedAt),
                    new SheetColumn<>("createdAt", Occurrence::createdAt),
                    new SheetColumn<>("publishedAt", Occurrence::publishedAt),
                    new SheetColumn<>("startedAt", Occurrence::startedAt),
                    new SheetColumn<>("endedAt", Occurrence::endedAt),
                    new SheetColumn<>("durationMs", Occurrence::durationMs),
                    new SheetColumn<>("attempt", Occurrence::attempt),
                    new SheetColumn<>("manual", Occurrence::manual),
                    new SheetColumn<>("retryOf", Occurrence::retryOf),
                    new SheetColumn<>("workerGroup", Occurrence::workerGroup),
                    new SheetColumn<>("workerInstance", Occurrence::workerInstance),
                    new SheetColumn<>("progress", Occurrence::progress),
                    new SheetColumn<>("progressText", Occurrence::progressText));

    @Inject OccurrenceLists lists;
    @Inject CurrentCaller caller;

    private final ExportLimits limits = ExportLimits.from(SettingsReader.ofApplication());

    @GET
    @Expensive
    @Needs(Permission.OCCURRENCE_READ)
    @Within
    @Produces(MediaType.WILDCARD)
    @Operation(
            summary = "Export occurrences as CSV or XLSX, new ones first",
            description =
                    "Each as it is when it is read. Text never becomes a formula. What is cut says"
                            + " so in its last row.")
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
    @Parameter(name = "state", in = ParameterIn.QUERY, description = "as in the list")
    @Parameter(name = "jobType", in = ParameterIn.QUERY)
    @Parameter(name = "manual", in = ParameterIn.QUERY)
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "planned at or after")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "planned before")
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
        var criteria = RunCriteria.in(query);
        var reach = caller.reach(Permission.OCCURRENCE_READ);
        var wanted = ExportQuery.in(query, COLUMNS);
        query.check();
        return new Export<>(
                        "runs",
                        wanted,
                        last ->
                                lists.list(
                                        criteria.page(
                                                last == null ? null : last.id(), PAGE, reach)),
                        limits)
                .answer();
    }
}
