package io.milvaion.web.see.forecast;

import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.see.forecast.ForecastStep;
import io.milvaion.scheduler.see.forecast.ForecastWindow;
import io.milvaion.scheduler.see.forecast.Forecaster;
import io.milvaion.scheduler.see.forecast.PlanForecast;
import io.milvaion.web.ground.access.CurrentCaller;
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
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Answers how many runs are planned, and whose they are. */
@Path("/admin/forecast")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "jobs")
public class ForecastResource {

    private static final Words<ForecastStep> STEPS = Words.of(ForecastStep.class);

    @Inject Forecaster forecaster;
    @Inject RedisClock clock;
    @Inject CurrentCaller caller;

    @GET
    @Expensive
    @Needs(Permission.JOB_READ)
    @Within
    @Operation(
            operationId = "readForecast",
            summary = "Count the planned runs of the next hours by the minute",
            description =
                    "By the timetables that the dispatcher follows, from the next run of each job on. An"
                            + " answer is a minute old at most. It knows nothing of overlap, limits and"
                            + " stops. Where jobs run very often in very many different ways, some are"
                            + " counted by how often they run at first: estimatedJobs says how many.")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "default now")
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "default 24 hours later, with step=hour 7 days")
    @Parameter(
            name = "step",
            in = ParameterIn.QUERY,
            description = "minute or hour, default minute")
    public PlanForecast read(@Context UriInfo uri) {
        var query = new Query(uri);
        var step = query.word("step", STEPS, ForecastStep.MINUTE);
        var from = query.instant("from");
        var to = query.instant("to");
        query.check();
        var start = from == null ? clock.now() : from;
        var length = Duration.ofHours(step == ForecastStep.MINUTE ? 24 : 168);
        var window = new ForecastWindow(start, to == null ? start.plus(length) : to, step);
        if (window.steps() < 1 || window.steps() > ForecastWindow.MOST_STEPS) {
            query.wrong(
                    "to",
                    "It must be after from, and 1 to "
                            + ForecastWindow.MOST_STEPS
                            + " steps of one "
                            + Words.of(step)
                            + " away from it.");
            query.check();
        }
        return forecaster.read(window, caller.reach(Permission.JOB_READ));
    }
}
