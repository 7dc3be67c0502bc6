package io.milvaion.web.mend.deadletter;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.milvaion.web.ground.json.Fields;
import java.util.function.Function;

/**
 * The fields that say to how many things something is done.
 *
 * @param filter without any criterion only if {@code all} is said, too
 */
public record Many<T>(T filter, boolean all) {

    public static final String ALL = "true if the filter is to have no criteria";

    public static <T> Many<T> in(Fields fields, Function<Fields, T> criteria) {
        T filter = fields.filter("filter", criteria);
        fields.refuseEmpty("all");
        boolean all = fields.flag("all", false);
        if (all != fields.isOpen("filter")) {
            fields.wrong(
                    "filter",
                    all
                            ? "No criteria together with all."
                            : "Without criteria this means all: then all must be true.");
        }
        return new Many<>(
                filter != null
                        ? filter
                        : criteria.apply(new Fields(JsonNodeFactory.instance.objectNode())),
                all);
    }
}
