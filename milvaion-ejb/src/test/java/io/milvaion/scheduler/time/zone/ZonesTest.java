package io.milvaion.scheduler.time.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.scheduler.time.timetable.CronSchedule;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.zone.ZoneRulesException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the files of release 2026f that are beside the tests. */
class ZonesTest {

    private static final Instant WINTER = Instant.parse("2027-01-15T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "America/Vancouver, -7",
        "America/Edmonton, -6",
        "America/Winnipeg, -5",
        "Africa/Casablanca, 0",
        "America/Havana, -4",
        "Canada/Pacific, -7",
        "Cuba, -4",
        "Africa/El_Aaiun, 0",
        "America/Coyhaique, -3",
        "EST, -5",
        "MST, -7",
        "HST, -10",
        "ROC, 8",
        "GMT+0, 0",
        "UTC+3, 3",
        "Asia/Kolkata, 5.5",
    })
    void knowsTheOffsetsOfTheNewestRules(String name, double hours) {
        var rules = newest().zone(name).rules();

        assertThat(rules.getOffset(WINTER).getTotalSeconds() / 3_600.0).isEqualTo(hours);
    }

    @Test
    void aZoneIsOfTheNewestSourceThatKnowsIt() {
        assertThat(newest().version().name()).isEqualTo("2026f");
        assertThat(newest().zone("America/Vancouver").version().name()).isEqualTo("2026f");
        assertThat(newest().zone("Asia/Kolkata").version())
                .isEqualTo(JavaZones.INSTALLED.version());
        assertThat(newest().names()).contains("America/Coyhaique", "Asia/Kolkata", "EST");
    }

    @Test
    void aJobAtNineInVancouverRunsAtFourUtcOfTheWinter() {
        var nine = CronSchedule.parse("0 9 * * *", newest().zone("America/Vancouver"), DEFAULT);
        var byJava = Zones.of(List.of()).zone("America/Vancouver");

        assertThat(nine.nextAfter(WINTER)).contains(Instant.parse("2027-01-15T16:00:00Z"));
        assertThat(CronSchedule.parse("0 9 * * *", byJava, DEFAULT).nextAfter(WINTER))
                .contains(
                        byJava.rules().getOffset(WINTER).getTotalSeconds() == -8 * 3_600
                                ? Instant.parse("2027-01-15T17:00:00Z")
                                : Instant.parse("2027-01-15T16:00:00Z"));
    }

    private static final DstRules DEFAULT = DstRules.DEFAULT;

    @Test
    void whatOthersHavePlannedByCountsWhereItIsNewer() {
        var of2026 = newest().zone("America/Vancouver");
        var coyhaique = newest().zone("America/Coyhaique");
        var old = new PlanZone("EST", of2026.rules(), new ZoneRulesVersion("2001a"));
        var zones = Zones.of(List.of()).with(List.of(of2026, coyhaique, old));
        var newer = JavaZones.INSTALLED.version().isNewerThan(of2026.version());

        assertThat(zones.zone("America/Vancouver").equals(of2026)).isNotEqualTo(newer);
        assertThat(zones.zone("America/Coyhaique").name()).isEqualTo("America/Coyhaique");
        assertThat(newest().with(List.of(old)).zone("EST").version().name()).isEqualTo("2026f");
        assertThat(zones.version()).isEqualTo(JavaZones.INSTALLED.version());
    }

    @Test
    void aNameWithoutAFileIsALinkOfTheText(@TempDir Path directory) throws IOException {
        Files.writeString(
                directory.resolve("tzdata.zi"),
                "# version 2031b\nL America/Vancouver Canada/Pacific\nL Nowhere Else\n");
        Files.createDirectory(directory.resolve("America"));
        Files.copy(
                directory().resolve("America/Vancouver"), directory.resolve("America/Vancouver"));
        var zones = Zones.of(List.of(ZoneDirectory.read(directory)));

        assertThat(zones.zone("Canada/Pacific").version().name()).isEqualTo("2031b");
        assertThatThrownBy(() -> zones.zone("Else")).isInstanceOf(ZoneRulesException.class);
    }

    @Test
    void aBrokenFileLeavesTheZoneToOthers(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("tzdata.zi"), "# version 2031b\n");
        var whole = Files.readAllBytes(directory().resolve("EST"));
        Files.write(directory.resolve("Japan"), Arrays.copyOf(whole, 60));
        Files.writeString(directory.resolve("Iran"), "TZif or not");
        var zones = Zones.of(List.of(ZoneDirectory.read(directory)));

        assertThat(zones.zone("Japan").version()).isEqualTo(JavaZones.INSTALLED.version());
        assertThat(zones.zone("Iran").version()).isEqualTo(JavaZones.INSTALLED.version());
    }

    @Test
    void aDirectoryThatDoesNotTellItsVersionIsRefused(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("tzdata.zi"), "Z Nowhere 0 - -00\n");

        assertThatThrownBy(() -> ZoneDirectory.read(directory)).hasMessageContaining("no version");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Mars/Olympus", "../EST", "/etc/passwd", "tzdata.zi", "America", "est"})
    void namesOfNoZoneAreRefused(String name) {
        assertThatThrownBy(() -> newest().zone(name))
                .isInstanceOf(ZoneRulesException.class)
                .hasMessageContaining("2026f");
    }

    private static Zones newest() {
        try {
            return Zones.of(List.of(ZoneDirectory.read(directory())));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Path directory() {
        try {
            return Path.of(ZonesTest.class.getResource("/zoneinfo/2026f").toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
