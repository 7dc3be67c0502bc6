package io.milvaion.web.people.login;

import io.milvaion.web.ground.json.Fields;

/**
 * A proof by the owner of an account.
 *
 * @param code of the authenticator app or for recovery
 */
public record FactorBody(String password, String code) {

    static FactorBody in(Fields fields) {
        return new FactorBody(
                LoginBody.needed(fields, "password"), LoginBody.needed(fields, "code"));
    }

    @Override
    public String toString() {
        return "FactorBody[]";
    }
}
