package io.milvaion.web.mend.deadletter;

import io.milvaion.web.ground.json.Fields;
import java.util.function.Function;

/** The field that says to how many things something is done. */
final class Many {

    private Many() {}

    /** To all of them only if somebody says so. */
    static <T> T in(Fields fields, Function<Fields, T> filter) {
        if (!fields.has("filter")) {
            fields.wrong("filter", "A filter is required; {} means all.");
        }
        return fields.nested("filter", filter);
    }
}
