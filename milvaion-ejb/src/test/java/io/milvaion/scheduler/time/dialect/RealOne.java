package io.milvaion.scheduler.time.dialect;

import io.milvaion.scheduler.time.cron.InvalidCron;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A library in Java whose expressions a dialect reads: it is asked for the next run after many
 * instants, in zones with and without changes of clocks, and ours must be the same.
 */
abstract class RealOne {

    static final List<ZoneId> ZONES =
            List.of(
                    ZoneId.of("UTC"),
                    ZoneId.of("Europe/Berlin"),
                    ZoneId.of("America/New_York"),
                    ZoneId.of("Australia/Lord_Howe"));

    private static final Instant FROM = Instant.parse("2026-11-28T00:00:00Z");
    private static final int INSTANTS = 6;
    private static final int RUNS = 4;

    private final CronDialect dialect;

    RealOne(CronDialect dialect) {
        this.dialect = dialect;
    }

    /** The next run by the library; throws a RuntimeException if it refuses the expression. */
    abstract Optional<Instant> next(String expression, ZoneId zone, Instant after);

    /** What differs; the number of expressions that both take is added to {@code compared}. */
    List<String> differences(List<String> expressions, List<String> compared) {
        List<String> differences = new ArrayList<>();
        Random random = new Random(18);
        for (String expression : expressions) {
            Optional<String> refusal = refusal(expression);
            boolean refusedThere = isRefusedThere(expression);
            if (refusal.isPresent() != refusedThere) {
                differences.add(expression + ", refused there: " + refusedThere + refusal);
            } else if (refusal.isEmpty()) {
                compared.add(expression);
                ZONES.stream()
                        .flatMap(zone -> difference(expression, zone, random).stream())
                        .findFirst()
                        .ifPresent(differences::add);
            }
        }
        return differences;
    }

    Optional<String> refusal(String expression) {
        try {
            Ours.of(dialect, expression, ZONES.get(0));
            return Optional.empty();
        } catch (InvalidCron e) {
            return Optional.of(e.getMessage());
        }
    }

    private boolean isRefusedThere(String expression) {
        try {
            return next(expression, ZONES.get(0), FROM).isEmpty();
        } catch (RuntimeException e) {
            return true;
        }
    }

    private Optional<String> difference(String expression, ZoneId zone, Random random) {
        var ours = Ours.of(dialect, expression, zone);
        for (int i = 0; i < INSTANTS; i++) {
            Instant at = FROM.plusSeconds(random.nextInt(3 * 365 * 86_400));
            for (int run = 0; run < RUNS && at != null && Quiet.is(at, zone.getRules()); run++) {
                Instant next = ours.nextAfter(at).orElse(null);
                if (next == null
                        || !Quiet.is(next, zone.getRules())
                        || next.isAfter(at.plus(3 * 365, ChronoUnit.DAYS))) {
                    break;
                }
                Instant real = next(expression, zone, at).orElse(null);
                if (real != null && !Quiet.is(real, zone.getRules())) {
                    break;
                }
                if (!next.equals(real)) {
                    return Optional.of(
                            expression
                                    + " in "
                                    + zone
                                    + " after "
                                    + at
                                    + ": "
                                    + real
                                    + ", ours "
                                    + next);
                }
                at = next;
            }
        }
        return Optional.empty();
    }
}
