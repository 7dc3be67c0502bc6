package io.milvaion.web.see.dashboard;

import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.see.attention.AttentionList;
import io.milvaion.scheduler.see.attention.AttentionReader;
import io.milvaion.scheduler.see.overview.Overview;
import io.milvaion.scheduler.state.missed.MissedRuns;
import io.milvaion.scheduler.state.occurrence.Occurrence;
import io.milvaion.scheduler.state.occurrence.OccurrenceFilter;
import io.milvaion.scheduler.state.occurrence.OccurrenceLists;
import io.milvaion.scheduler.state.stop.DispatchState;
import io.milvaion.scheduler.state.stop.EmergencyStop;
import io.milvaion.web.ground.access.CurrentCaller;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.see.attention.CurrentSight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everything that a first page shows, cheap enough to be asked for each second. */
@Path("/dashboard")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "cluster")
public class DashboardResource {

    private static final int LISTED = 20;

    @Inject Overview overview;
    @Inject OccurrenceLists occurrences;
    @Inject EmergencyStop stop;
    @Inject MissedRuns missed;
    @Inject RedisClock clock;
    @Inject CurrentCaller caller;
    @Inject AttentionReader attention;
    @Inject CurrentSight sight;

    /**
     * @param attention what is wrong, as {@code /attention} says it
     * @param endedLast24Hours counted by the full hour
     * @param missedLast24Hours likewise, skipped, merged and late runs by reason
     */
    public record Dashboard(
            AttentionList attention,
            Overview.Leader leader,
            DispatchState dispatch,
            Overview.Numbers numbers,
            List<Overview.Count> endedLast24Hours,
            List<MissedRuns.MissedTotal> missedLast24Hours,
            List<Overview.Planned> nextRuns,
            List<Occurrence> lastRuns) {}

    @GET
    @Needs(Permission.SYSTEM_READ)
    @Operation(
            summary = "Read what is wrong, leader, emergency stop, counts, next and last runs",
            description =
                    "The numbers of jobs are counted in the background: with few jobs they are a second"
                            + " old at most, with a million about 10 s, and never more than a minute.")
    public Dashboard read() {
        var now = clock.now();
        var newest =
                new OccurrenceFilter(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        LISTED,
                        caller.reach(Permission.OCCURRENCE_READ));
        return new Dashboard(
                attention.read(sight.get()),
                overview.leader(),
                stop.state(),
                overview.numbers(),
                overview.endedToday(),
                missed.totals(now.minus(Duration.ofDays(1)), now),
                overview.nextRuns(LISTED, caller.reach(Permission.JOB_READ)),
                occurrences.list(newest));
    }
}
