package io.milvaion.web.run.worker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.contract.JobType;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.run.worker.WorkerDrains;
import io.milvaion.scheduler.see.overview.WorkerGroup;
import io.milvaion.scheduler.see.overview.WorkerGroups;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.actor.CurrentActor;
import io.milvaion.web.ground.audit.Records;
import io.milvaion.web.ground.json.CursorForm;
import io.milvaion.web.ground.json.Fields;
import io.milvaion.web.ground.json.Page;
import io.milvaion.web.ground.json.Query;
import io.milvaion.web.run.stop.ResumeBody;
import io.milvaion.web.run.stop.WhyAndUntil;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Groups of workers. */
@Path("/worker-groups")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "cluster")
public class WorkerGroupResource {

    @Inject WorkerGroups groups;
    @Inject WorkerDrains drains;
    @Inject CurrentActor actor;

    @GET
    @Needs(Permission.WORKER_READ)
    @Operation(
            summary =
                    "List worker groups by their names: those of the workers, and those that are drained")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public Page<WorkerGroup> list(@Context UriInfo uri) {
        var query = new Query(uri);
        var part = query.part(CursorForm.NAME);
        query.check();
        return part.page(groups.list(part.after(), part.limit()), WorkerGroup::name);
    }

    @POST
    @Records("workerGroup.drain")
    @Needs(Permission.WORKER_DRAIN)
    @Path("{group}/drain")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Have the instances of a group take no new runs, those that start later too;"
                            + " what they run ends. It replaces the order that the group has")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = WhyAndUntil.class)))
    public WorkerGroup drain(@PathParam("group") String group, ObjectNode body) {
        var why = Fields.read(body, WhyAndUntil::in);
        drains.drainGroup(named(group), why.reason(), why.until(), actor.name());
        return groups.one(group);
    }

    /**
     * @param body read as bytes, because there may be none
     */
    @POST
    @Records("workerGroup.resume")
    @Needs(Permission.WORKER_DRAIN)
    @Path("{group}/resume")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Have the instances of a group take runs again; those that are drained by"
                            + " themselves do not")
    @RequestBody(content = @Content(schema = @Schema(implementation = ResumeBody.class)))
    public WorkerGroup resume(@PathParam("group") String group, byte[] body) {
        drains.resumeGroup(named(group), Fields.read(body, ResumeBody::in).reason());
        return groups.one(group);
    }

    private static String named(String group) {
        if (!JobType.FORM.matcher(group).matches()) {
            throw new InvalidInput("group", "This must have the form " + JobType.FORM + ".");
        }
        return group;
    }
}
