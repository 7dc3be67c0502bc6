package io.milvaion.web.mend.replay;

import io.milvaion.web.ground.json.Fields;
import io.milvaion.web.job.trigger.RunData;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Other data than the failed run had. */
@Schema(name = "Retry")
record RetryBody(@Schema(implementation = Object.class) String data) {

    static RetryBody in(Fields fields) {
        return new RetryBody(RunData.in(fields, "data"));
    }
}
