package io.milvaion.web.see.statistics;

import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.see.statistics.Statistics;
import io.milvaion.scheduler.see.statistics.StatisticsQuestion;
import io.milvaion.scheduler.see.statistics.TopJobs;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What became of runs, in numbers. */
@Path("/statistics")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "occurrences")
public class StatisticsResource {

    private static final Words<TopJobs.Ranking> ORDERS = Words.of(TopJobs.Ranking.class);
    private static final int USUAL_POINTS = 100;
    private static final int MOST_POINTS = 500;
    private static final int USUAL_JOBS = 10;
    private static final int MOST_JOBS = 100;

    private static final String ADDED_UP =
            " Numbers are added up in the background, every two seconds: asOf says how far.";

    @Inject Statistics statistics;
    @Inject TopJobs jobs;
    @Inject RedisClock clock;
    @Inject CurrentCaller caller;

    @GET
    @Needs(Permission.OCCURRENCE_READ)
    @Within
    @Operation(
            operationId = "readStatistics",
            summary = "Read how many runs started and ended as what, over time",
            description =
                    "Runs count where they started and ended. The step is the shortest of some round"
                            + " ones, from a minute to 364 days in UTC, by which the range has at most so"
                            + " many points and whose numbers are kept since from; the range is widened to"
                            + " whole steps. Where nothing started or ended there is no point."
                            + ADDED_UP)
    @Parameter(name = "jobId", in = ParameterIn.QUERY)
    @Parameter(name = "jobType", in = ParameterIn.QUERY)
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "default a day before the end")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "default and at most now")
    @Parameter(
            name = "points",
            in = ParameterIn.QUERY,
            description = "1 to 500, default 100",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500"))
    public Statistics.Series read(@Context UriInfo uri) {
        var query = new Query(uri);
        var asked =
                new StatisticsQuestion(
                        query.uuid("jobId"),
                        query.text("jobType"),
                        caller.reach(Permission.OCCURRENCE_READ));
        var range = RangeQuery.in(query, clock.now());
        int points = query.integer("points", USUAL_POINTS, 1, MOST_POINTS);
        query.check();
        return statistics.series(asked, range.from(), range.to(), points);
    }

    @GET
    @Expensive
    @Needs(Permission.OCCURRENCE_READ)
    @Within
    @Path("jobs")
    @Operation(
            operationId = "listTopJobs",
            summary = "Find the jobs that failed most, ran most or took longest",
            description = "Deleted jobs are among them." + ADDED_UP)
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "default a day before the end")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "default and at most now")
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"failed", "runs", "duration"}),
            description =
                    "failed (or timed out, or unknown), runs, or duration (the mean of completed"
                            + " ones); default failed")
    @Parameter(
            name = "top",
            in = ParameterIn.QUERY,
            description = "how many, 1 to 100, default 10",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100"))
    public TopJobs.TopJobList jobs(@Context UriInfo uri) {
        var query = new Query(uri);
        var range = RangeQuery.in(query, clock.now());
        var order = query.word("sort", ORDERS, TopJobs.Ranking.FAILED);
        int limit = query.integer("top", USUAL_JOBS, 1, MOST_JOBS);
        query.check();
        return jobs.top(
                range.from(), range.to(), order, limit, caller.reach(Permission.OCCURRENCE_READ));
    }
}
