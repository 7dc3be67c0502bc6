package io.milvaion.scheduler.see.why;

import io.milvaion.scheduler.ground.persistence.Row;
import java.sql.SQLException;
import java.time.Instant;

/**
 * How an inactive job became inactive.
 *
 * @param by who did it, or null if that version is not known
 * @param asCreated whether it never was active
 * @param failures the failures that did it; null if somebody did
 * @param enablesAt when the scheduler enables it again; null if it does not
 */
record Deactivation(Instant at, String by, boolean asCreated, String failures, Instant enablesAt) {

    static Deactivation of(Row row) throws SQLException {
        var changedAt = row.instant("changed_at");
        return new Deactivation(
                changedAt == null ? row.instant("updated_at") : changedAt,
                row.text("changed_by"),
                "created".equals(row.text("kind")),
                row.text("disabled_reason"),
                row.instant("enables_at"));
    }

    Cause cause() {
        return failures == null
                ? Cause.of("inactive", whoDidIt() + ": it runs by triggers only.", at)
                        .about("changedBy", by)
                : Cause.of(
                                "inactive",
                                "The job was deactivated until %s: %s"
                                        .formatted(
                                                enablesAt == null
                                                        ? "somebody enables it"
                                                        : enablesAt,
                                                failures.lines().findFirst().orElse("")),
                                at)
                        .about("enablesAgainAt", enablesAt);
    }

    private String whoDidIt() {
        if (by == null) {
            return "The job is not active";
        }
        return "The job was " + (asCreated ? "created inactive" : "deactivated") + " by " + by;
    }
}
