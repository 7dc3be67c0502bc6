package io.milvaion.web.see.capacity;

import io.milvaion.contract.JobType;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.see.capacity.Capacity;
import io.milvaion.scheduler.see.capacity.CapacityTarget;
import io.milvaion.scheduler.see.capacity.CapacityView;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.json.Query;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the workers can do, and what it takes for more. */
@Path("/admin/capacity")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "cluster")
public class CapacityResource {

    private static final Pattern RATE = Pattern.compile("\\d{1,6}(\\.\\d{1,3})?");
    private static final String RATE_FORM =
            "This must be a number above 0, of 6 digits and 3 decimals at most.";

    private final Clock clock = Clock.systemUTC();

    @Inject CapacityView view;

    @GET
    @Needs(Permission.SYSTEM_READ)
    @Operation(
            operationId = "readCapacity",
            summary =
                    "Read measured durations, arrivals and throughput of each job type, and with a target"
                            + " the workers and slots that it needs")
    @Parameter(name = "jobType", in = ParameterIn.QUERY, description = "of which to tell")
    @Parameter(
            name = "targetPerSecond",
            in = ParameterIn.QUERY,
            description = "runs of each type that are to end in a second",
            schema = @Schema(type = SchemaType.NUMBER, exclusiveMinimum = true, minimum = "0"))
    @Parameter(
            name = "emptyBy",
            in = ParameterIn.QUERY,
            description = "when the queues are to be empty; not with targetPerSecond",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    public Capacity read(@Context UriInfo uri) {
        var query = new Query(uri);
        var jobType = query.text("jobType", JobType.FORM, "This is no job type.");
        var rate = rate(query);
        var emptyBy = query.instant("emptyBy");
        if (emptyBy != null) {
            check(query, emptyBy, rate);
        }
        query.check();
        return view.read(new CapacityTarget(rate, emptyBy), jobType);
    }

    private static Double rate(Query query) {
        var text = query.text("targetPerSecond", RATE, RATE_FORM);
        if (text == null) {
            return null;
        }
        double rate = Double.parseDouble(text);
        if (rate == 0) {
            query.wrong("targetPerSecond", RATE_FORM);
        }
        return rate;
    }

    private void check(Query query, Instant emptyBy, Double rate) {
        if (rate != null) {
            query.wrong("emptyBy", "There is a targetPerSecond already.");
        }
        if (!emptyBy.isAfter(clock.instant())) {
            query.wrong("emptyBy", "This is not in the future.");
        }
    }
}
