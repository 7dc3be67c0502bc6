package io.milvaion.web.mend.deadletter;

import io.milvaion.web.ground.json.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Failed occurrences that something is done to, and why. */
@Schema(name = "ManyFailures")
record ManyFailures(FailureFilterBody filter, String note) {

    static ManyFailures in(Fields fields) {
        return new ManyFailures(Many.in(fields, FailureFilterBody::in), Note.in(fields));
    }
}
