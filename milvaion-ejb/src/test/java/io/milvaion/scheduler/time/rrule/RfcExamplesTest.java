package io.milvaion.scheduler.time.rrule;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.time.zone.DstRules;
import io.milvaion.scheduler.time.zone.PlanZone;
import io.milvaion.scheduler.time.zone.Zones;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RfcExamplesTest {

    private static final PlanZone NEW_YORK = Zones.named("America/New_York");

    static Stream<String> examples() throws IOException {
        try (var file = RfcExamplesTest.class.getResourceAsStream("/rrule/rfc5545-examples.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void listsWhatTheRfcLists(String example) {
        String[] parts = example.split(" \\| ");
        List<String> listed = new ArrayList<>(List.of(parts[2].split(" ")));
        boolean prefix = listed.remove("...");
        List<Instant> expected = instants(listed, parts[1]);

        String text = "DTSTART;TZID=America/New_York:" + parts[1] + "T090000\nRRULE:" + parts[0];
        List<Instant> found = RecurrenceTest.runs(text, expected.size() + 1);

        assertThat(prefix ? found.subList(0, expected.size()) : found).isEqualTo(expected);
    }

    /** A date without its year is in that of the one before. */
    private static List<Instant> instants(List<String> listed, String start) {
        int year = Integer.parseInt(start.substring(0, 4));
        List<Instant> instants = new ArrayList<>();
        for (String text : listed) {
            String[] parts = text.split("T");
            String date = parts[0];
            year = date.length() == 8 ? Integer.parseInt(date.substring(0, 4)) : year;
            LocalDate day =
                    LocalDate.parse(
                            Year.of(year) + date.substring(date.length() - 4),
                            DateTimeFormatter.BASIC_ISO_DATE);
            LocalTime time =
                    parts.length == 1
                            ? LocalTime.of(9, 0)
                            : LocalTime.parse(parts[1], DateTimeFormatter.ofPattern("HHmm"));
            instants.add(
                    day.atTime(time)
                            .atOffset(NEW_YORK.rules().getOffset(day.atTime(time)))
                            .toInstant());
        }
        return instants;
    }

    /** Its start is no 13th: the RFC takes it out by an {@code EXDATE}. */
    @Test
    void fridayThe13th() {
        String text =
                """
                DTSTART;TZID=America/New_York:19970902T090000
                EXDATE;TZID=America/New_York:19970902T090000
                RRULE:FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13""";
        assertThat(RecurrenceTest.runs(text, 5))
                .isEqualTo(
                        instants(
                                List.of("19980213", "0313", "1113", "19990813", "20001013"),
                                "1998"));
    }

    @Test
    void dailyUntilChristmas() {
        String text =
                """
                DTSTART;TZID=America/New_York:19970902T090000
                RRULE:FREQ=DAILY;UNTIL=19971224T000000Z""";
        List<Instant> runs = RecurrenceTest.runs(text, 200);
        assertThat(runs).hasSize(113).contains(Instant.parse("1997-12-23T14:00:00Z"));
        assertThat(Recurrence.parse(text, NEW_YORK, DstRules.DEFAULT, null).zone())
                .isEqualTo(NEW_YORK);
    }
}
