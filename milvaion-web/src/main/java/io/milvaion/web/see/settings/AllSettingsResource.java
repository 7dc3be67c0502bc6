package io.milvaion.web.see.settings;

import io.milvaion.platform.config.ShownSettings;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.json.CursorForm;
import io.milvaion.web.ground.json.Page;
import io.milvaion.web.ground.json.Query;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All settings of the node that answers, but for what is secret. */
@Path("/admin/settings")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "cluster")
public class AllSettingsResource {

    @GET
    @Needs(Permission.SYSTEM_READ)
    @Operation(
            operationId = "listSettings",
            summary = "List the settings of the node that answers and where they were given",
            description = "Whatever is secret, or may hold a password, has no value here.")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public Page<SettingView> list(@Context UriInfo uri) {
        var query = new Query(uri);
        var part = query.part(CursorForm.NAME);
        query.check();
        return part.of(
                ShownSettings.ofApplication().all().stream().map(SettingView::of).toList(),
                SettingView::key,
                Comparator.naturalOrder());
    }
}
