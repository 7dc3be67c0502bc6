package io.milvaion.web.people.account;

import io.milvaion.scheduler.people.account.NewAccount;
import io.milvaion.scheduler.people.role.Role;
import io.milvaion.scheduler.people.role.Roles;
import io.milvaion.web.ground.json.Fields;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An account that somebody makes.
 *
 * @param email where mail for its owner goes; none if absent
 * @param password for the first login, which must change it
 * @param roles names of roles
 */
public record AccountBody(String name, String email, String password, List<String> roles) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9@._-]{0,99}");
    private static final int LONGEST_PASSWORD = 200;

    static NewAccount in(Fields fields, Roles known) {
        var name =
                fields.text(
                        "name", NAME, "1 to 100 letters, digits, and @ . _ - but at the start.");
        if (!fields.has("name")) {
            fields.wrong("name", "This is needed.");
        }
        return new NewAccount(name, Email.in(fields), password(fields), true, roles(fields, known));
    }

    static String password(Fields fields) {
        if (!fields.has("password")) {
            fields.wrong("password", "This is needed.");
        }
        return fields.text("password", LONGEST_PASSWORD);
    }

    /** Reads names of roles, each as it is written in its role. */
    static List<String> roles(Fields fields, Roles known) {
        var names = known.list().stream().map(Role::name).collect(Collectors.toSet());
        var wanted = fields.texts("roles");
        for (int i = 0; i < wanted.size(); i++) {
            if (!names.contains(wanted.get(i))) {
                fields.wrong("roles[" + i + "]", "There is no such role.");
            }
        }
        return wanted;
    }

    @Override
    public String toString() {
        return "AccountBody[name=" + name + "]";
    }
}
