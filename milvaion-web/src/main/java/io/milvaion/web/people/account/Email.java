package io.milvaion.web.people.account;

import io.milvaion.web.ground.json.Fields;
import java.util.regex.Pattern;

/** Addresses for mail, as HTML has them: one that a person types, without names or comments. */
public final class Email {

    private static final Pattern FORM =
            Pattern.compile(
                    "(?=.{3,254}$)[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");

    private Email() {}

    /** Reads {@code email}; null if it is absent. */
    public static String in(Fields fields) {
        return fields.text("email", FORM, "An e-mail address such as ada@example.org.");
    }
}
