package io.milvaion.scheduler.people.account;

import java.util.List;

/**
 * An account to be made.
 *
 * @param email null: none
 * @param password in the clear
 * @param roles names
 */
public record NewAccount(
        String name,
        String email,
        String password,
        boolean mustChangePassword,
        List<String> roles) {

    @Override
    public String toString() {
        return "NewAccount[name=" + name + ", roles=" + roles + "]";
    }
}
