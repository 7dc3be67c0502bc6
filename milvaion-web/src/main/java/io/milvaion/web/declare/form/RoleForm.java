package io.milvaion.web.declare.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.declare.kind.RoleDefinition;
import io.milvaion.scheduler.declare.kind.RoleKind;
import io.milvaion.scheduler.declare.plan.ObjectKind;
import io.milvaion.scheduler.declare.plan.WantedObject;
import io.milvaion.scheduler.people.caller.Caller;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.web.ground.json.ApiJson;
import io.milvaion.web.ground.json.Fields;
import io.milvaion.web.people.role.RoleBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Stream;

/** Roles as the API reads them: nobody declares one that permits more than they have. */
@ApplicationScoped
public class RoleForm implements Form<RoleDefinition> {

    @Inject RoleKind kind;

    @Override
    public ObjectKind<RoleDefinition> kind() {
        return kind;
    }

    @Override
    public Permission reads() {
        return Permission.USER_READ;
    }

    @Override
    public Permission writes() {
        return Permission.USER_WRITE;
    }

    @Override
    public WantedObject<RoleDefinition> read(
            String name, ObjectNode spec, RoleDefinition before, Caller caller) {
        var fields = new Fields(spec);
        var role = RoleBody.in(name, fields, caller);
        return new WantedObject<>(
                RoleDefinition.of(role),
                Stream.concat(RoleBody.wrongName(name), fields.violations().stream()).toList());
    }

    @Override
    public ObjectNode write(RoleDefinition is) {
        var spec = (ObjectNode) ApiJson.tree(is);
        if (spec.path("limit") instanceof ObjectNode limit) {
            limit.properties().removeIf(part -> part.getValue().isNull());
        } else {
            spec.remove("limit");
        }
        return spec;
    }

    @Override
    public JsonNode value(String field, Object value) {
        return ApiJson.tree(value);
    }

    @Override
    public ObjectNode schema() {
        return RecordSchema.of(RoleBody.class);
    }
}
