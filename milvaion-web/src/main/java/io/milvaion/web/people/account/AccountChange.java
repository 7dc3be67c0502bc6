package io.milvaion.web.people.account;

import io.milvaion.scheduler.people.role.Roles;
import io.milvaion.web.ground.json.Fields;
import java.util.List;

/**
 * What is to be otherwise with an account; what is null stays.
 *
 * @param roles names of all roles that it shall have
 */
public record AccountChange(Boolean enabled, List<String> roles) {

    static AccountChange in(Fields fields, Roles known) {
        return new AccountChange(
                fields.flag("enabled"),
                fields.has("roles") ? AccountBody.roles(fields, known) : null);
    }
}
