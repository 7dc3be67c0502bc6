package io.milvaion.scheduler.mend.reconcile;

import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.state.day.OccurrenceDays;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Days that scans for open runs would pass by: closed ones with open runs, and partitions that are
 * not in the list of days. Closed days are large and seldom wrong, so a pass looks at one of them,
 * the next pass at the next one; a thorough pass looks at all. Kept from pass to pass.
 */
final class DayCheck {

    private LocalDate lastLooked = LocalDate.MIN;

    void run(Pass pass, boolean thorough) {
        pass.repair(DayCheck::enterUnknown);
        var closed = pass.scan(DayCheck::closed);
        if (closed.isEmpty()) {
            return;
        }
        if (thorough) {
            closed.forEach(day -> look(pass, day));
        } else {
            var day =
                    closed.stream()
                            .filter(d -> d.isAfter(lastLooked))
                            .findFirst()
                            .orElse(closed.get(0));
            look(pass, day);
            lastLooked = day;
        }
    }

    private static void look(Pass pass, LocalDate day) {
        if (pass.scan(connection -> OccurrenceDays.holdsOpen(connection, day))) {
            pass.repair(
                    (connection, repaired) -> {
                        if (OccurrenceDays.reopen(connection, day)) {
                            repaired.add(
                                    NewRepair.of(
                                            RepairKind.DAY,
                                            day + " was closed although a run in it is open",
                                            "it is open again"));
                        }
                    });
        }
    }

    private static void enterUnknown(Connection connection, Pass.Repaired repaired)
            throws SQLException {
        OccurrenceDays.create(connection, LocalDate.now(ZoneOffset.UTC));
        for (var day : OccurrenceDays.enterUnknown(connection)) {
            repaired.add(
                    NewRepair.of(
                            RepairKind.DAY,
                            day + " has a partition and was not in the list of days",
                            "it is, as an open one"));
        }
    }

    private static List<LocalDate> closed(Connection connection) throws SQLException {
        return Sql.of("select day from occurrence_days where closed_at is not null order by day")
                .list(connection, row -> row.date("day"));
    }
}
