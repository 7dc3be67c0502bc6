package io.milvaion.web.people.role;

import io.milvaion.scheduler.ground.reach.Limit;
import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.scheduler.people.caller.Caller;
import io.milvaion.scheduler.people.role.BuiltInRole;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.people.role.Rights;
import io.milvaion.scheduler.people.role.Role;
import io.milvaion.web.ground.json.Fields;
import io.milvaion.web.people.limit.LimitBody;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a role is to permit.
 *
 * @param limit the jobs that it is for; null: all
 */
@Schema(name = "RoleBody")
public record RoleBody(
        @Schema(description = "names of permissions, none that the caller lacks")
                List<String> permissions,
        @Schema(description = "the jobs that it is for; absent: all") Limit limit) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9 ._-]{0,49}");

    /** What is wrong with the name of a role of an installation's own. */
    public static Stream<Violation> wrongName(String name) {
        if (!isName(name)) {
            return Stream.of(
                    new Violation(
                            "name", "1 to 50 letters, digits, spaces and . _ - after a letter."));
        }
        return Arrays.stream(BuiltInRole.values())
                .filter(role -> role.title().equalsIgnoreCase(name))
                .map(role -> new Violation("name", role.title() + " is part of the product."));
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Reads a role, of which nobody gives more than they have. */
    public static Role in(String name, Fields fields, Caller giver) {
        var limit = LimitBody.in(fields);
        var role = new Role(name, false, permissions(fields, giver), limit);
        LimitBody.refuseWhatItTakes(fields, limit);
        if (!giver.rights().cover(Rights.of(List.of(role)))) {
            fields.wrong(LimitBody.NAME, LimitBody.WIDER);
        }
        return role;
    }

    private static Set<Permission> permissions(Fields fields, Caller giver) {
        var all = EnumSet.noneOf(Permission.class);
        var ids = fields.texts("permissions");
        for (int i = 0; i < ids.size(); i++) {
            var permission = Permission.of(ids.get(i)).filter(giver::may);
            if (permission.isPresent()) {
                all.add(permission.get());
            } else {
                fields.wrong("permissions[" + i + "]", "You have no such permission to give.");
            }
        }
        return all;
    }
}
