package io.milvaion.web.mend.deadletter;

import io.milvaion.web.ground.json.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Failed occurrences that something is done to, and why. */
@Schema(name = "ManyFailures")
record ManyFailures(
        FailureFilterBody filter, @Schema(description = Many.ALL) boolean all, String note) {

    static ManyFailures in(Fields fields) {
        var which = Many.in(fields, FailureFilterBody::in);
        return new ManyFailures(which.filter(), which.all(), Note.in(fields));
    }
}
