package io.milvaion.web.mend.deadletter;

import io.milvaion.web.ground.json.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Dead letters that something is done to. */
@Schema(name = "ManyLetters")
record ManyLetters(LetterFilterBody filter, @Schema(description = Many.ALL) boolean all) {

    static ManyLetters in(Fields fields) {
        var which = Many.in(fields, LetterFilterBody::in);
        return new ManyLetters(which.filter(), which.all());
    }
}
