package io.milvaion.web.job.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.job.definition.JobRules;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.time.cron.InvalidCron;
import io.milvaion.scheduler.time.timetable.CronSchedule;
import io.milvaion.scheduler.time.zone.DstGap;
import io.milvaion.scheduler.time.zone.DstOverlap;
import io.milvaion.scheduler.time.zone.DstRules;
import io.milvaion.scheduler.time.zone.PlanZone;
import io.milvaion.scheduler.time.zone.Zones;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.access.Within;
import io.milvaion.web.ground.json.Query;
import io.milvaion.web.ground.limit.Expensive;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Answers when an expression runs, by the same rules as the dispatcher. */
@Path("/cron/preview")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "jobs")
public class CronResource {

    private static final Words<DstGap> GAPS = Words.of(DstGap.class);
    private static final Words<DstOverlap> OVERLAPS = Words.of(DstOverlap.class);

    @Inject RedisClock clock;

    /**
     * @param kind {@code interval} if it runs in every hour of its days, else {@code timesOfDay}
     * @param clockChanges what it does when clocks change
     * @param runs those at or after {@code from}, oldest first
     * @param zoneRules the version of the time zone rules that they follow
     * @param warnings null if there are none
     */
    public record Preview(
            String expression,
            String zone,
            String description,
            String kind,
            String clockChanges,
            Instant from,
            List<Instant> runs,
            String zoneRules,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<String> warnings) {}

    @GET
    @Expensive
    @Needs(Permission.JOB_READ)
    @Within
    @Operation(summary = "Show when a cron expression runs")
    @Parameter(name = "expression", in = ParameterIn.QUERY, required = true)
    @Parameter(name = "zone", in = ParameterIn.QUERY, description = "default UTC")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "default now")
    @Parameter(name = "count", in = ParameterIn.QUERY, description = "1 to 100, default 10")
    @Parameter(name = "dstGap", in = ParameterIn.QUERY, description = "shift or skip")
    @Parameter(name = "dstOverlap", in = ParameterIn.QUERY, description = "first, second or both")
    public Preview preview(@Context UriInfo uri) {
        var query = new Query(uri);
        var expression = query.text("expression");
        if (expression == null) {
            query.wrong("expression", "An expression is required.");
        }
        var zone = zone(query);
        var from = query.instant("from");
        int count = query.integer("count", 10, 1, 100);
        var rules =
                new DstRules(
                        query.word("dstGap", GAPS, DstGap.SHIFT),
                        query.word("dstOverlap", OVERLAPS, DstOverlap.FIRST));
        query.check();
        var start = from == null ? clock.now() : from;
        try {
            var schedule = CronSchedule.parse(expression, zone, rules);
            schedule.requireRun(start);
            return new Preview(
                    expression,
                    zone.name(),
                    schedule.description(),
                    schedule.isInterval() ? "interval" : "timesOfDay",
                    schedule.clockChanges(),
                    start,
                    schedule.preview(start, count),
                    zone.version().toString(),
                    zone.version().warning(clock.now()).map(List::of).orElse(null));
        } catch (InvalidCron e) {
            throw new InvalidInput(JobRules.cronField("expression", e), e.getMessage());
        }
    }

    private static PlanZone zone(Query query) {
        var name = query.text("zone");
        try {
            return Zones.named(name == null ? "UTC" : name);
        } catch (DateTimeException e) {
            query.wrong("zone", e.getMessage());
            return Zones.named("UTC");
        }
    }
}
