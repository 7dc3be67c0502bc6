package io.milvaion.web.people.account;

import io.milvaion.scheduler.people.role.Roles;
import io.milvaion.web.ground.json.Fields;
import java.util.List;

/**
 * What is to be otherwise with an account; what is null stays.
 *
 * @param email where mail for its owner goes; empty: nowhere
 * @param roles names of all roles that it shall have
 */
public record AccountChange(Boolean enabled, String email, List<String> roles) {

    static AccountChange in(Fields fields, Roles known) {
        return new AccountChange(
                fields.flag("enabled"),
                "".equals(fields.text("email")) ? "" : Email.in(fields),
                fields.has("roles") ? AccountBody.roles(fields, known) : null);
    }
}
