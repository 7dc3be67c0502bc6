package io.milvaion.web.job.trigger;

import io.milvaion.scheduler.job.definition.JobRules;
import io.milvaion.web.ground.json.Fields;

/** Data for one run only. */
public final class RunData {

    private RunData() {}

    /** Reads an object as JSON text, as long as the data of a job may be. */
    public static String in(Fields fields, String name) {
        var data = fields.object(name, null);
        if (data != null && JobRules.isLonger(data, JobRules.MAX_DATA_BYTES)) {
            fields.wrong(name, "At most " + JobRules.MAX_DATA_BYTES + " bytes.");
        }
        return data;
    }
}
