package io.milvaion.web.people.role;

import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.scheduler.people.caller.Caller;
import io.milvaion.scheduler.people.role.BuiltInRole;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.web.ground.json.Fields;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a role is to permit. */
public record RoleBody(
        @Schema(description = "names of permissions, none that the caller lacks")
                List<String> permissions) {

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

    /** Reads permissions, of which nobody gives one that they lack. */
    public static Set<Permission> permissions(Fields fields, Caller giver) {
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
