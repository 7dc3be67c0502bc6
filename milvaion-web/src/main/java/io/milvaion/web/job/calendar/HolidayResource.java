package io.milvaion.web.job.calendar;

import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.time.holiday.Holiday;
import io.milvaion.scheduler.time.holiday.Holidays;
import io.milvaion.scheduler.time.holiday.Region;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.access.Within;
import io.milvaion.web.ground.json.CursorForm;
import io.milvaion.web.ground.json.Page;
import io.milvaion.web.ground.json.Query;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Public holidays that rules of calendars can name. */
@Path("/holidays")
@ApplicationScoped
@Tag(ref = "jobs")
@Produces(MediaType.APPLICATION_JSON)
public class HolidayResource {

    @Inject RedisClock clock;

    /**
     * A country, and its parts that have holidays of their own.
     *
     * @param regions their codes, as rules name them
     */
    @Schema(name = "HolidayCountry")
    public record CountryView(String country, String name, List<RegionView> regions) {}

    /** A part of a country. */
    @Schema(name = "HolidayRegion")
    public record RegionView(String region, String name) {}

    /**
     * A holiday.
     *
     * @param shipped whether the product corrects its source with it
     */
    @Schema(name = "Holiday")
    public record HolidayView(String date, String name, boolean shipped) {

        static HolidayView of(Holiday is) {
            return new HolidayView(is.date().toString(), is.name(), is.shipped());
        }
    }

    @GET
    @Needs(Permission.JOB_READ)
    @Within
    @Operation(operationId = "listHolidayCountries", summary = "List countries and their regions")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public Page<CountryView> countries(@Context UriInfo uri) {
        var query = new Query(uri);
        var part = query.part(CursorForm.NAME);
        query.check();
        return part.of(
                Holidays.countries().stream().map(HolidayResource::view).toList(),
                CountryView::country,
                Comparator.naturalOrder());
    }

    @GET
    @Needs(Permission.JOB_READ)
    @Within
    @Path("{country}")
    @Operation(operationId = "listHolidays", summary = "List the holidays of a year, in its order")
    @Parameter(
            name = "year",
            in = ParameterIn.QUERY,
            description = "1970 to 2200; default: this year in UTC")
    @Parameter(name = "region", in = ParameterIn.QUERY, description = "default: all of the country")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public Page<HolidayView> holidays(@PathParam("country") String country, @Context UriInfo uri) {
        var query = new Query(uri);
        int thisYear = clock.now().atOffset(ZoneOffset.UTC).getYear();
        int year = query.integer("year", thisYear, 1970, 2200);
        var region = query.text("region");
        var part = query.part(CursorForm.NAME);
        boolean known = Holidays.know(country, null);
        if (known && !Holidays.know(country, region)) {
            query.wrong("region", "The country has no such region with holidays of its own.");
        }
        query.check();
        if (!known) {
            throw new NotFoundException();
        }
        return part.of(
                Holidays.of(country, region, year).stream().map(HolidayView::of).toList(),
                HolidayView::date,
                Comparator.naturalOrder());
    }

    private static CountryView view(Region country) {
        var regions = new ArrayList<RegionView>();
        country.regions().forEach(region -> add(region, regions));
        return new CountryView(country.code(), country.name(), regions);
    }

    private static void add(Region region, List<RegionView> regions) {
        regions.add(new RegionView(region.code(), region.name()));
        region.regions().forEach(part -> add(part, regions));
    }
}
