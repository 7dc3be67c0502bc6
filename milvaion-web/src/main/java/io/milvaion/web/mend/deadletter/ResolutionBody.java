package io.milvaion.web.mend.deadletter;

import io.milvaion.web.ground.json.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is said about a failed occurrence that was dealt with. */
@Schema(name = "Resolution")
record ResolutionBody(String note) {

    static ResolutionBody in(Fields fields) {
        return new ResolutionBody(Note.in(fields));
    }
}
