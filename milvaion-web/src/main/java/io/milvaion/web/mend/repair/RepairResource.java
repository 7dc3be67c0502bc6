package io.milvaion.web.mend.repair;

import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.mend.reconcile.ReconcileRuns;
import io.milvaion.scheduler.mend.reconcile.Repair;
import io.milvaion.scheduler.mend.reconcile.RepairKind;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.json.CursorForm;
import io.milvaion.web.ground.json.Page;
import io.milvaion.web.ground.json.Query;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** States that could not be and were put right. */
@Path("/admin/repairs")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "cluster")
public class RepairResource {

    private static final Words<RepairKind> KINDS = Words.of(RepairKind.class);

    @Inject ReconcileRuns runs;

    @GET
    @Needs(Permission.SYSTEM_READ)
    @Operation(summary = "List repaired states, new ones first")
    @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = RepairKind.class))
    @Parameter(name = "jobId", in = ParameterIn.QUERY)
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public Page<Repair> list(@Context UriInfo uri) {
        var query = new Query(uri);
        var kind = query.word("kind", KINDS, null);
        var jobId = query.uuid("jobId");
        var part = query.part(CursorForm.ID);
        query.check();
        return part.page(runs.repairs(kind, jobId, part.after(), part.limit()), Repair::id);
    }
}
