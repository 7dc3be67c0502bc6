package io.milvaion.platform.secret;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ${secret:name}}: the value of a secret that the worker knows by this name. */
public final class SecretReference {

    private static final Pattern FORM = Pattern.compile("\\$\\{secret:([^}]*)}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private SecretReference() {}

    /** Whether a text has one. */
    public static boolean isIn(String text) {
        return FORM.matcher(text).find();
    }

    /** Whether it is the name of one: no path, for one thing. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * A text with each of them replaced by the value of its secret.
     *
     * @param value of a name, which may be no name that {@link #isName}
     */
    public static String resolved(String text, UnaryOperator<String> value) {
        return FORM.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(value.apply(found.group(1))));
    }
}
