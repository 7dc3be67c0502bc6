package io.milvaion.web.job.trigger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.job.definition.JobRules;
import io.milvaion.web.ground.json.Fields;

/** Data for one run only. */
public final class RunData {

    private RunData() {}

    /** Reads an object, as long as the data of a job may be. */
    public static ObjectNode in(Fields fields, String name) {
        var data = fields.object(name);
        if (data != null && JobRules.isLonger(data.toString(), JobRules.MAX_DATA_BYTES)) {
            fields.wrong(name, "At most " + JobRules.MAX_DATA_BYTES + " bytes.");
        }
        return data;
    }

    /** The object as text; null if there is none. */
    public static String text(ObjectNode data) {
        return data == null ? null : data.toString();
    }
}
