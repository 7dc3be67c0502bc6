package io.milvaion.web.job.trigger;

import io.milvaion.web.ground.json.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a run is to differ from others of its job. */
@Schema(name = "Trigger")
record TriggerBody(@Schema(implementation = Object.class) String data) {

    static TriggerBody in(Fields fields) {
        return new TriggerBody(RunData.in(fields, "data"));
    }
}
