package io.milvaion.web.see.cluster;

import io.milvaion.scheduler.ground.node.NodeIdentity;
import io.milvaion.scheduler.job.plan.ZoneWatch;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.time.zone.Zones;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.audit.Records;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rules of time zones of the node that answers. */
@Path("/admin/zone-rules")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "cluster")
public class ZoneRulesResource {

    private static final Clock CLOCK = Clock.systemUTC();

    @Inject ZoneWatch watch;
    @Inject NodeIdentity node;

    @GET
    @Needs(Permission.SYSTEM_READ)
    @Operation(
            operationId = "readZoneRules",
            summary = "Read by which rules of time zones the node plans that answers")
    public ZoneRules read() {
        return view(Zones.current());
    }

    /** Every node looks each minute, too. */
    @POST
    @Records("zoneRules.look")
    @Needs(Permission.SYSTEM_OPERATE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "lookForZoneRules",
            summary =
                    "Have the node that answers look for other rules of time zones now, as each"
                            + " node does every minute")
    public ZoneRules look() {
        return view(watch.lookNow());
    }

    private ZoneRules view(Zones zones) {
        return ZoneRules.of(node.id(), zones, CLOCK.instant());
    }
}
