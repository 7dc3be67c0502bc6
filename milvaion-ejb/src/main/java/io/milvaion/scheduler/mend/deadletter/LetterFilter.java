package io.milvaion.scheduler.mend.deadletter;

import io.milvaion.scheduler.ground.persistence.Select;

/**
 * Which dead letters are meant; each part may be null.
 *
 * @param reason part of it, in any case
 */
public record LetterFilter(String queue, String reason) {

    Select conditions(Select select) {
        return select.where("d.queue = ?", queue)
                .where("strpos(lower(d.reason), lower(?)) > 0", reason);
    }
}
