package io.milvaion.web.run.occurrence;

import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.see.reach.Belonging;
import io.milvaion.scheduler.state.occurrence.LogLevel;
import io.milvaion.scheduler.state.occurrence.LogLine;
import io.milvaion.scheduler.state.occurrence.LogOutline;
import io.milvaion.scheduler.state.occurrence.LogSearch;
import io.milvaion.scheduler.state.occurrence.Occurrences;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.access.ShownData;
import io.milvaion.web.ground.access.Within;
import io.milvaion.web.ground.json.Page;
import io.milvaion.web.ground.json.PathId;
import io.milvaion.web.ground.json.Query;
import io.milvaion.web.ground.limit.Expensive;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What runs have logged. */
@Path("/occurrences/{id}/logs")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "occurrences")
public class LogResource {

    private static final Words<LogLevel> LEVELS = Words.of(LogLevel.class);
    private static final int MAX_TEXT = 200;

    @Inject Occurrences occurrences;
    @Inject ShownData shown;

    @GET
    @Needs(Permission.OCCURRENCE_READ)
    @Within(Belonging.OCCURRENCE)
    @Operation(
            operationId = "listOccurrenceLogs",
            summary = "Read the log of an occurrence; attempt 0 is the scheduler")
    @Parameter(
            name = "attempt",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0"),
            description = "begin with it")
    @Parameter(
            name = "line",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"),
            description = "begin with this line of the attempt; without a cursor")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "1 to 200, default 50; fewer come if they have more than 1 MiB")
    public Page<LogLine> list(@PathParam("id") String id, @Context UriInfo uri) {
        UUID occurrence = PathId.of(id);
        var query = new Query(uri);
        var part = query.part(LogPlace.FORM);
        var begin = LogPlace.beforeLineIn(query);
        query.check();
        var after = part.after() == null ? begin : part.after();
        var found = occurrences.logs(occurrence, after.attempt(), after.seq(), part.limit());
        var told = shown.isWhole() ? found : found.told(shownOf(occurrence));
        return part.page(told.lines(), told.last(), LogPlace::of);
    }

    @GET
    @Needs(Permission.OCCURRENCE_READ)
    @Within(Belonging.OCCURRENCE)
    @Path("outline")
    @Operation(
            operationId = "outlineOccurrenceLogs",
            summary = "Say how long the log of an occurrence is, and where its first error stands")
    public LogOutline outline(@PathParam("id") String id) {
        return occurrences.outline(PathId.of(id));
    }

    @GET
    @Expensive
    @Needs(Permission.OCCURRENCE_READ)
    @Within(Belonging.OCCURRENCE)
    @Path("search")
    @Operation(
            operationId = "searchOccurrenceLogs",
            summary = "Look for lines in the log of an occurrence",
            description = "A page may have few lines, or none, and a nextCursor: look further.")
    @Parameter(name = "q", in = ParameterIn.QUERY, description = "a part of a line, in any case")
    @Parameter(
            name = "level",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = LogLevel.class),
            description = "lines of this level and those that matter more")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public Page<LogLine> search(@PathParam("id") String id, @Context UriInfo uri) {
        UUID occurrence = PathId.of(id);
        var query = new Query(uri);
        var part = query.part(LogPlace.FORM);
        var text = query.text("q", MAX_TEXT);
        var level = query.word("level", LEVELS, LogLevel.TRACE);
        query.check();
        var after = part.after() == null ? LogPlace.START : part.after();
        var found =
                occurrences.search(
                        occurrence,
                        new LogSearch(level, text, shownOf(occurrence)),
                        after.attempt(),
                        after.seq(),
                        part.limit());
        return new Page<>(
                found.lines(),
                found.reached() == null ? null : part.next(LogPlace.of(found.reached())));
    }

    /** Messages as the caller may see them. */
    private UnaryOperator<String> shownOf(UUID occurrence) {
        if (shown.isWhole()) {
            return UnaryOperator.identity();
        }
        var run = occurrences.require(occurrence);
        return shown.told(run.occurrence().jobId(), run.data())::masked;
    }
}
