package io.milvaion.web.mend.deadletter;

import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.mend.deadletter.LetterFilter;
import io.milvaion.web.ground.json.Input;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which dead letters are meant: the same members in a query and in a body. */
@Schema(name = "LetterFilter")
public record LetterFilterBody(
        String queue, String q, @Schema(deprecated = true, description = "now q") String reason) {

    public static LetterFilterBody in(Input input) {
        return new LetterFilterBody(input.text("queue"), input.text("q"), input.text("reason"));
    }

    public LetterFilter meant(Reach reach) {
        return new LetterFilter(queue, q == null ? reason : q, reach);
    }
}
