package io.milvaion.web.mend.deadletter;

import io.milvaion.scheduler.mend.deadletter.LetterFilter;
import io.milvaion.web.ground.json.Fields;

/** Dead letters that something is done to. */
record ManyLetters(LetterFilter filter) {

    static ManyLetters in(Fields fields) {
        return new ManyLetters(
                Many.in(
                        fields,
                        inner -> new LetterFilter(inner.text("queue"), inner.text("reason"))));
    }
}
