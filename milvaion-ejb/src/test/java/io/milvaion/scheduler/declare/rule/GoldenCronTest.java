package io.milvaion.scheduler.declare.rule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.time.zone.Zones;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What robfig/cron and the cron of Debian have answered; scripts in {@code src/test/oracle}. */
class GoldenCronTest {

    /** What cron reads only in part, or never runs though it takes it. */
    private static final Set<String> READ_IN_PART =
            Set.of(
                    "0 0 * * 5-1",
                    "0 22-2 * * *",
                    "0 0 * * FRI-MON",
                    "0 0 * NOV-FEB *",
                    "0 0 * * MON#2",
                    "1,,2 * * * *",
                    "1, * * * *");

    /** Where clocks change by so much robfig loses days, and minutes after. */
    private static final String HALF_AN_HOUR = "Australia/Lord_Howe";

    @Test
    void runsOfKubernetesAreThoseOfRobfig() throws IOException {
        var wrong =
                lines("kubernetes")
                        .filter(parts -> parts.length == 4 && !parts[0].contains("TZ="))
                        .filter(parts -> !parts[1].equals(HALF_AN_HOUR))
                        .filter(parts -> !READ_IN_PART.contains(parts[0]))
                        .map(
                                parts ->
                                        differs(
                                                parts[0],
                                                CronStyle.ROBFIG,
                                                parts[1],
                                                Instant.parse(parts[2]),
                                                instants(parts[3], "")))
                        .filter(text -> !text.isEmpty());

        assertThat(wrong).isEmpty();
    }

    /** It knows local times only. */
    @Test
    void runsOfACrontabAreThoseOfCron() throws IOException {
        var wrong =
                lines("unix")
                        .filter(parts -> parts.length == 3)
                        .filter(parts -> !READ_IN_PART.contains(parts[0]))
                        .map(
                                parts ->
                                        differs(
                                                parts[0],
                                                CronStyle.UNIX,
                                                "UTC",
                                                LocalDateTime.parse(parts[1])
                                                        .toInstant(ZoneOffset.UTC),
                                                instants(parts[2], ":00Z")))
                        .filter(text -> !text.isEmpty());

        assertThat(wrong).isEmpty();
    }

    private static String differs(
            String expression, CronStyle style, String zone, Instant after, List<Instant> theirs) {
        var said =
                CronRule.of(expression, style, Zones.named(zone))
                        .first(after.plusSeconds(1), theirs.size());
        return said.equals(theirs)
                ? ""
                : "%s %s after %s:%n %s%n %s".formatted(expression, zone, after, theirs, said);
    }

    private static List<Instant> instants(String text, String end) {
        return Arrays.stream(text.split(" "))
                .filter(part -> !part.isEmpty())
                .map(part -> Instant.parse(part + end))
                .toList();
    }

    private static Stream<String[]> lines(String dialect) throws IOException {
        try (var in =
                GoldenCronTest.class.getResourceAsStream(
                        "/io/milvaion/scheduler/time/dialect/" + dialect + ".txt")) {
            return new String(in.readAllBytes(), UTF_8).lines().map(line -> line.split("\\|", -1));
        }
    }
}
