package io.milvaion.web.declare.document;

import io.milvaion.scheduler.declare.plan.Label;
import io.milvaion.web.ground.json.Input;
import java.util.regex.Pattern;

/** The form of labels. */
public final class LabelText {

    static final String KEY_FORM = "A label has 1 to 63 letters, digits and . _ / -";
    static final String VALUE_FORM = "Its value has 1 to 63 letters, digits and . _ / -";

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9._/-]{1,63}");
    private static final Pattern LABEL = Pattern.compile(PART + "=" + PART);

    private LabelText() {}

    static boolean isKey(String text) {
        return PART.matcher(text).matches();
    }

    static boolean isValue(String text) {
        return PART.matcher(text).matches();
    }

    /** Reads a parameter {@code key=value}; null if it is absent or wrong. */
    public static Label read(Input query, String name) {
        var text = query.text(name, LABEL, "This must be LABEL=VALUE, each of 1 to 63 characters.");
        if (text == null) {
            return null;
        }
        int end = text.indexOf('=');
        return new Label(text.substring(0, end), text.substring(end + 1));
    }
}
