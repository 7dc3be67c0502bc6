package io.milvaion.web.people.login;

import io.milvaion.web.ground.json.Fields;

/** The old password, as a proof, and the new one. */
public record PasswordBody(String currentPassword, String newPassword) {

    static PasswordBody in(Fields fields) {
        return new PasswordBody(
                LoginBody.needed(fields, "currentPassword"),
                LoginBody.needed(fields, "newPassword"));
    }

    @Override
    public String toString() {
        return "PasswordBody[]";
    }
}
