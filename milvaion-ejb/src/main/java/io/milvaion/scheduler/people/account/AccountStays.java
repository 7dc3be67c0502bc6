package io.milvaion.scheduler.people.account;

import io.milvaion.scheduler.ground.refusal.Refusal;
import java.util.Map;

/** An account cannot be made or changed like this. */
public class AccountStays extends Refusal {

    private static final long serialVersionUID = 1L;

    private AccountStays(Kind kind, String detail) {
        super(kind, "account-stays", "The account stays as it is", detail, Map.of());
    }

    public static AccountStays lastAdmin() {
        return new AccountStays(Kind.CONFLICT, "Nobody would be Admin any more.");
    }

    public static AccountStays nameTaken(String name) {
        return new AccountStays(Kind.CONFLICT, "There is an account " + name + " already.");
    }

    public static AccountStays emailTaken() {
        return new AccountStays(Kind.CONFLICT, "Another account has this e-mail address.");
    }

    /** Its password and its roles are not kept here. */
    public static AccountStays elsewhere(String issuer) {
        return new AccountStays(
                Kind.CONFLICT,
                "The account comes from " + issuer + ": its password and roles are changed there.");
    }

    public static AccountStays beyond() {
        return new AccountStays(
                Kind.FORBIDDEN, "The account may or would do what you may not do yourself.");
    }
}
