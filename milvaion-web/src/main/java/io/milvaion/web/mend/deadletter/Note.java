package io.milvaion.web.mend.deadletter;

import io.milvaion.web.ground.json.Fields;

/** The field that says why something is done to failed occurrences. */
public final class Note {

    private static final int MAX = 2_000;

    private Note() {}

    public static String in(Fields fields) {
        return fields.text("note", MAX);
    }
}
