package io.milvaion.scheduler.time.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks the systemd of this machine, if it has one: a newer one may answer otherwise. */
class LiveSystemdTest {

    private static final Path SYSTEMD = Path.of("/usr/bin/systemd-analyze");
    private static final Pattern INSTANT = Pattern.compile("([0-9-]{10}) ([0-9:]{8}) UTC");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon..Fri *-*-* 02:00:00",
                "*-*~1",
                "Mon *-*~7/1 9:30",
                "quarterly",
                "*:0/15:0/20",
                "2028..2040/3-2~1",
                "Sat,Sun *-1,7-1..7 8..18/3:5"
            })
    void runsWhenSystemdDoes(String expression) throws Exception {
        assumeTrue(Files.isExecutable(SYSTEMD));
        var builder =
                new ProcessBuilder(
                        SYSTEMD.toString(),
                        "calendar",
                        "--iterations=5",
                        "--base-time=2026-12-31 23:59:59 UTC",
                        expression);
        builder.environment().put("TZ", "UTC");
        var process = builder.start();
        var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        List<Instant> runs =
                INSTANT.matcher(answer)
                        .results()
                        .map(found -> Instant.parse(found.group(1) + "T" + found.group(2) + "Z"))
                        .toList();
        assertThat(
                        Ours.of(CronDialect.SYSTEMD, expression, ZoneId.of("UTC"))
                                .preview(Instant.parse("2027-01-01T00:00:00Z"), runs.size()))
                .isEqualTo(runs)
                .isNotEmpty();
    }
}
