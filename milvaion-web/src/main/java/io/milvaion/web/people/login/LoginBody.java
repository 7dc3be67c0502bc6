package io.milvaion.web.people.login;

import io.milvaion.web.ground.json.Fields;

/**
 * A name and a password.
 *
 * @param code of an authenticator app or for recovery, if the account has a second factor
 */
public record LoginBody(String name, String password, String code) {

    /** Nobody has longer ones: whatever is longer is not worth hashing. */
    private static final int LIMIT = 200;

    static LoginBody in(Fields fields) {
        return new LoginBody(
                needed(fields, "name"), needed(fields, "password"), fields.text("code", LIMIT));
    }

    static String needed(Fields fields, String name) {
        var text = fields.text(name, LIMIT);
        if (text == null || text.isEmpty()) {
            fields.wrong(name, "This is needed.");
        }
        return text;
    }

    @Override
    public String toString() {
        return "LoginBody[name=" + name + "]";
    }
}
