package io.milvaion.scheduler.declare.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.scheduler.time.zone.Zones;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemdCalendarTest {

    /** Written by {@code src/test/oracle/systemd-calendar.sh}. */
    private static final Path GOLDEN = Path.of("src/test/resources/imports/systemd-calendar.tsv");

    @Test
    void runsAreThoseOfSystemdItself() throws IOException {
        var lines = Files.readAllLines(GOLDEN);

        assertThat(lines).hasSizeGreaterThan(60).allSatisfy(SystemdCalendarTest::check);
    }

    private static void check(String line) {
        var columns = Arrays.asList(line.split("\t"));
        var from = Instant.parse(columns.get(1)).plusSeconds(1);
        var theirs = columns.subList(2, columns.size()).stream().map(Instant::parse).toList();

        assertThat(first(columns.get(0), from, theirs.size())).isEqualTo(theirs);
    }

    private static List<Instant> first(String line, Instant from, int count) {
        return SystemdCalendar.read(line, Zones.named("UTC")).rule().first(from, count);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fri..Mon *-*-* 10:00",
                "*-13-01",
                "noon",
                "*-*-* 25:00",
                "10:00 Mars/Base",
                "1 2 3:4"
            })
    void whatSystemdRefusesIsRefused(String line) {
        assertThatThrownBy(() -> first(line, Instant.EPOCH, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
