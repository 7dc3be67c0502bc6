package io.milvaion.web.job.calendar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.job.almanac.StoredCalendar;
import io.milvaion.scheduler.job.calendar.CalendarChange;
import io.milvaion.scheduler.job.calendar.CalendarUser;
import io.milvaion.scheduler.job.calendar.Calendars;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.time.ical.Ical;
import io.milvaion.scheduler.time.zone.PlanZone;
import io.milvaion.scheduler.time.zone.Zones;
import io.milvaion.web.Api;
import io.milvaion.web.ground.access.CurrentCaller;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.access.NotPermitted;
import io.milvaion.web.ground.access.Within;
import io.milvaion.web.ground.audit.Records;
import io.milvaion.web.ground.condition.Conditions;
import io.milvaion.web.ground.condition.Tagged;
import io.milvaion.web.ground.json.ApiJson;
import io.milvaion.web.ground.json.CursorForm;
import io.milvaion.web.ground.json.Fields;
import io.milvaion.web.ground.json.Page;
import io.milvaion.web.ground.json.Query;
import io.milvaion.web.ground.json.ReadOnlyFields;
import io.milvaion.web.ground.limit.Expensive;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Calendars that jobs name. Who changes one changes when others' jobs run, so that takes a
 * permission for all jobs; reading shows no jobs but those that are reached.
 */
@Path("/calendars")
@RequestScoped
@Tag(ref = "jobs")
@Produces(MediaType.APPLICATION_JSON)
public class CalendarResource {

    private static final String ICAL = "text/calendar";

    private static final ReadOnlyFields READ_ONLY =
            ReadOnlyFields.of(CalendarView.class, Set.of("ical"), Set.of());

    @Inject Calendars calendars;
    @Inject CurrentCaller caller;

    @GET
    @Needs(Permission.JOB_READ)
    @Within
    @Operation(summary = "List calendars by their names")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public Page<CalendarView> list(@Context UriInfo uri) {
        var query = new Query(uri);
        var part = query.part(CursorForm.NAME);
        query.check();
        return part.of(
                calendars.list().stream().map(CalendarView::of).toList(),
                CalendarView::name,
                Comparator.naturalOrder());
    }

    @GET
    @Tagged
    @Needs(Permission.JOB_READ)
    @Within
    @Path("{name}")
    @Operation(summary = "Read a calendar")
    public CalendarView read(@PathParam("name") String name) {
        return CalendarView.of(calendars.require(name));
    }

    @GET
    @Expensive
    @Needs(Permission.JOB_READ)
    @Within
    @Path("{name}/year")
    @Operation(
            operationId = "readCalendarYear",
            summary = "Show each day of a year: whether it is open, when, and why it is not")
    @Parameter(name = "year", in = ParameterIn.QUERY, required = true, description = "1970 to 2200")
    @Parameter(
            name = "zone",
            in = ParameterIn.QUERY,
            description = "of the job, for a calendar without one; default UTC")
    public YearView year(@PathParam("name") String name, @Context UriInfo uri) {
        var query = new Query(uri);
        var year = query.integer("year", null, 1970, 2200);
        if (!query.has("year")) {
            query.wrong("year", "A year is required.");
        }
        var zone = zone(query);
        query.check();
        var own = calendars.require(name).definition().timeZone();
        var used = own == null ? zone : Zones.named(own);
        var days = calendars.book().year(name, used, year);
        return new YearView(
                name, year, used.name(), days.stream().map(YearView.DayView::of).toList());
    }

    private static PlanZone zone(Query query) {
        var zone = query.text("zone");
        try {
            return Zones.named(zone == null ? "UTC" : zone);
        } catch (DateTimeException e) {
            query.wrong("zone", e.getMessage());
            return Zones.named("UTC");
        }
    }

    @GET
    @Needs(Permission.JOB_READ)
    @Within
    @Path("{name}/jobs")
    @Operation(
            operationId = "listCalendarJobs",
            summary = "List the jobs that name a calendar, or one that speaks of it")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public Page<CalendarUser> jobs(@PathParam("name") String name, @Context UriInfo uri) {
        var query = new Query(uri);
        var part = query.part(CursorForm.ID);
        query.check();
        var reach = caller.reach(Permission.JOB_READ);
        return part.page(
                calendars.users(name, part.after(), part.limit(), reach), CalendarUser::id);
    }

    @POST
    @Expensive
    @Records(Records.NOTHING)
    @Needs(Permission.JOB_WRITE)
    @Within
    @Path("{name}/check")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "checkCalendar",
            summary = "Show which runs would move if a calendar were so, without changing it")
    public CalendarChange check(
            @PathParam("name") String name,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(schema = @Schema(implementation = CalendarBody.class)))
                    ObjectNode body) {
        NotPermitted.unlessEverything(caller.reach(Permission.JOB_WRITE));
        return calendars.check(name, Fields.read(READ_ONLY.without(body), CalendarBody::in));
    }

    @PUT
    @Tagged
    @Records("calendar.put")
    @Needs(Permission.JOB_WRITE)
    @Within
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putCalendar",
            summary = "Make a calendar or change it, and plan the jobs anew that it concerns")
    @APIResponseSchema(CalendarView.class)
    @APIResponse(
            responseCode = "201",
            description = "It was made",
            content = @Content(schema = @Schema(implementation = CalendarView.class)))
    public Response put(
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(schema = @Schema(implementation = CalendarBody.class)))
                    ObjectNode body) {
        NotPermitted.unlessEverything(caller.reach(Permission.JOB_WRITE));
        var wanted = Fields.read(READ_ONLY.without(body), CalendarBody::in);
        boolean there = calendars.book().has(name);
        var saved = CalendarView.of(calendars.put(name, wanted, expected(ifMatch)));
        return (there ? Response.ok() : Response.created(Api.at("calendars", name)))
                .entity(saved)
                .build();
    }

    @PUT
    @Tagged
    @Records("calendar.ical")
    @Needs(Permission.JOB_WRITE)
    @Within
    @Path("{name}/ical")
    @Consumes(ICAL)
    @Operation(
            operationId = "putCalendarFile",
            summary = "Give a calendar the iCalendar file that its rules of kind ical mean",
            description = "It replaces what was read before, from a file or an address.")
    public CalendarView ical(
            @PathParam("name") String name,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = ICAL,
                                            schema = @Schema(implementation = String.class)))
                    InputStream body)
            throws IOException {
        NotPermitted.unlessEverything(caller.reach(Permission.JOB_WRITE));
        var bytes = body.readNBytes(Ical.MOST_BYTES + 1);
        if (bytes.length > Ical.MOST_BYTES) {
            throw new InvalidInput("", "At most " + Ical.MOST_BYTES + " bytes.");
        }
        if (bytes.length == 0) {
            throw new InvalidInput("", "A body is required: an iCalendar file.");
        }
        return CalendarView.of(calendars.ical(name, ApiJson.decode(bytes)));
    }

    @DELETE
    @Records("calendar.delete")
    @Needs(Permission.JOB_WRITE)
    @Within
    @Path("{name}")
    @Operation(
            operationId = "deleteCalendar",
            summary = "Delete a calendar that no job and no other calendar names")
    public void delete(
            @PathParam("name") String name, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        NotPermitted.unlessEverything(caller.reach(Permission.JOB_WRITE));
        calendars.delete(name, expected(ifMatch));
    }

    private static Predicate<StoredCalendar> expected(String ifMatch) {
        return Conditions.expecting(ifMatch, CalendarView::of);
    }
}
