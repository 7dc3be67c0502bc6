package io.milvaion.scheduler.time.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.time.cron.InvalidCron;
import io.milvaion.scheduler.time.timetable.CronSchedule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compares with what programs that are no Java have answered: Debian's cron, robfig/cron and
 * systemd. The scripts in {@code src/test/oracle} say how, with which versions, and write the files
 * anew.
 */
class GoldenFileTest {

    private static final int EXPRESSIONS = 300;

    /** What cron takes, and then reads only in part or never runs: here it is refused. */
    private static final Set<String> TAKEN_BY_CRON_ALONE =
            Set.of(
                    "0 0 * * 5-1", // a range that ends before it begins never matches
                    "0 22-2 * * *",
                    "0 0 * * FRI-MON",
                    "0 0 * NOV-FEB *",
                    "0 0 * * MON#2"); // what follows a number is left out: each Monday

    /** What cron-like programs take though nobody writes it. */
    private static final Set<String> TAKEN_BY_ROBFIG_ALONE =
            Set.of("1,,2 * * * *", "1, * * * *"); // empty items of a list are left out

    private record Answer(String expression, ZoneId zone, Instant from, List<Instant> runs) {}

    @ParameterizedTest
    @CsvSource({"KUBERNETES, 300", "SYSTEMD, 300"})
    void runsWhenTheRealOneDoes(CronDialect dialect, int least) throws IOException {
        Set<String> compared = new LinkedHashSet<>();
        List<String> differences = new ArrayList<>();
        for (String line : lines(dialect)) {
            String[] parts = line.split("\\|", -1);
            if (parts[1].equals("refused")) {
                expectRefusal(dialect, parts[0], differences);
            } else {
                List<Instant> runs = instants(parts[3]);
                var answer =
                        new Answer(parts[0], ZoneId.of(parts[1]), Instant.parse(parts[2]), runs);
                if (compare(dialect, answer, differences)) {
                    compared.add(parts[0]);
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).hasSizeGreaterThan(least);
    }

    /** Its answers are local times, because it knows no zones: they are compared in two. */
    @ParameterizedTest
    @CsvSource({"UTC", "Europe/Berlin"})
    void runsWhenCronOfUnixDoes(ZoneId zone) throws IOException {
        Set<String> compared = new LinkedHashSet<>();
        List<String> differences = new ArrayList<>();
        for (String line : lines(CronDialect.UNIX)) {
            String[] parts = line.split("\\|", -1);
            if (parts[1].equals("refused")) {
                expectRefusal(CronDialect.UNIX, parts[0], differences);
                continue;
            }
            Instant from = LocalDateTime.parse(parts[1]).atZone(zone).toInstant();
            List<Instant> runs =
                    Arrays.stream(parts[2].split(" "))
                            .filter(text -> !text.isEmpty())
                            .map(text -> LocalDateTime.parse(text).atZone(zone).toInstant())
                            .toList();
            if (compare(CronDialect.UNIX, new Answer(parts[0], zone, from, runs), differences)) {
                compared.add(parts[0]);
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).hasSizeGreaterThan(EXPRESSIONS);
    }

    @Test
    void intervalsOfRobfigAreReadApart() {
        assertThat(EveryInterval.in("@every 1h30m")).hasToString("Optional[PT1H30M]");
        assertThat(EveryInterval.in("@every 1.5s")).hasToString("Optional[PT1S]");
        assertThat(EveryInterval.in("@every 10ms")).hasToString("Optional[PT1S]");
        assertThat(EveryInterval.in("@every 90")).isEmpty();
        assertThat(EveryInterval.in("@hourly")).isEmpty();
    }

    private static boolean compare(CronDialect dialect, Answer real, List<String> differences) {
        if (TAKEN_BY_CRON_ALONE.contains(real.expression)
                || TAKEN_BY_ROBFIG_ALONE.contains(real.expression)) {
            expectRefusal(dialect, real.expression, differences);
            return false;
        }
        ZoneId zone = dialect.zoneIn(real.expression).map(ZoneId::of).orElse(real.zone);
        CronSchedule ours;
        try {
            ours = Ours.of(dialect, real.expression, zone);
        } catch (InvalidCron e) {
            if (!e.getMessage().contains("can never run") || !real.runs.isEmpty()) {
                differences.add(real + " but ours: " + e.getMessage());
            }
            return false;
        }
        return follows(ours, real, zone, differences);
    }

    /** Fewer than five runs are all that there are in five years. */
    private static boolean follows(
            CronSchedule ours, Answer real, ZoneId zone, List<String> differences) {
        Instant at = real.from;
        Instant end = at.plus(4 * 365, ChronoUnit.DAYS);
        for (int i = 0; i < 5; i++) {
            Instant next = ours.nextAfter(at).orElse(Instant.MAX);
            Instant run = i < real.runs.size() ? real.runs.get(i) : Instant.MAX;
            if (next.isBefore(end) && !Quiet.is(next, zone.getRules())) {
                return false;
            }
            if (!next.equals(run) && (next.isBefore(end) || run.isBefore(end))) {
                differences.add(real + " but ours after " + at + ": " + next);
                return false;
            }
            if (i == real.runs.size()) {
                break;
            }
            at = run;
        }
        return true;
    }

    private static void expectRefusal(
            CronDialect dialect, String expression, List<String> differences) {
        try {
            ZoneId zone = ZoneId.of("UTC");
            Ours.of(dialect, expression, zone);
            differences.add(expression + " is refused, but not by ours");
        } catch (InvalidCron e) {
            assertThat(e.field()).isNotBlank();
        }
    }

    private static List<Instant> instants(String text) {
        return Arrays.stream(text.split(" "))
                .filter(part -> !part.isEmpty())
                .map(Instant::parse)
                .toList();
    }

    private static List<String> lines(CronDialect dialect) throws IOException {
        String name = dialect.name().toLowerCase(Locale.ROOT) + ".txt";
        try (var in = GoldenFileTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
