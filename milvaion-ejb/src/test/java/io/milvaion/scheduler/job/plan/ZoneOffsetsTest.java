package io.milvaion.scheduler.job.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.time.zone.PlanZone;
import io.milvaion.scheduler.time.zone.Zones;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneOffsetsTest {

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "Australia/Lord_Howe", "Asia/Kolkata", "UTC+3"})
    void sayWhatTheRulesSay(String name) {
        PlanZone zone = Zones.named(name);
        var offsets = ZoneOffsets.of(zone);
        var read = ZoneOffsets.parse(zone.version().name(), offsets.text());

        assertThat(read).isEqualTo(offsets);
        for (var at = Instant.parse("1970-01-01T00:00:00Z");
                at.isBefore(Instant.parse("2100-01-01T00:00:00Z"));
                at = at.plus(Duration.ofHours(77))) {
            int offset = zone.rules().getOffset(at).getTotalSeconds();
            assertThat(read.at(at)).isEqualTo(offset);
            assertThat(read.zone(name).rules().getOffset(at).getTotalSeconds()).isEqualTo(offset);
        }
    }
}
