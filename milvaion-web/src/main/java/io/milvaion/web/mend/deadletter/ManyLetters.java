package io.milvaion.web.mend.deadletter;

import io.milvaion.web.ground.json.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Dead letters that something is done to. */
@Schema(name = "ManyLetters")
record ManyLetters(LetterFilterBody filter) {

    static ManyLetters in(Fields fields) {
        return new ManyLetters(Many.in(fields, LetterFilterBody::in));
    }
}
