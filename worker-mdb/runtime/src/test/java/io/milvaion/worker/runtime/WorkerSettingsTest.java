package io.milvaion.worker.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.platform.config.InvalidSetting;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.worker.sdk.OnClaimLost;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkerSettingsTest {

    @Test
    void groupHasTwoNames() {
        assertThat(from(Map.of()).group()).isNull();
        assertThat(from(Map.of("worker.id", "mail")).group()).isEqualTo("mail");
        assertThat(from(Map.of("worker.id", "mail", "worker.group", "post")).group())
                .isEqualTo("post");
        assertThatThrownBy(() -> from(Map.of("worker.group", "Mail")))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("setting worker.group is \"Mail\"; allowed: a name ");
    }

    @Test
    void wordsForALostClaimAreThoseOfTheSdk() {
        assertThat(from(Map.of()).onClaimLost()).isEqualTo(OnClaimLost.FINISH);
        assertThat(from(Map.of("worker.on-claim-lost", "Interrupt")).onClaimLost())
                .isEqualTo(OnClaimLost.INTERRUPT);
    }

    @Test
    void claimLeaseHoldsFourHeartbeats() {
        assertThatThrownBy(
                        () ->
                                from(
                                        Map.of(
                                                "worker.heartbeat-seconds", "6",
                                                "worker.claim-lease-seconds", "23")))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage(
                        "setting worker.claim-lease-seconds is \"23\"; allowed: at least 4 times"
                                + " worker.heartbeat-seconds (6)");
    }

    @Test
    void longestClaimLeaseIsHalfOfWhatDoneMarkersHold() {
        int longest = WorkerSettings.DONE_MARKER_SECONDS / 2;

        assertThat(lease(longest).claimLeaseSeconds()).isEqualTo(longest);
        assertThatThrownBy(() -> lease(longest + 1)).isInstanceOf(InvalidSetting.class);
    }

    private static WorkerSettings lease(int seconds) {
        return from(Map.of("worker.claim-lease-seconds", Integer.toString(seconds)));
    }

    private static WorkerSettings from(Map<String, String> values) {
        return WorkerSettings.from(new SettingsReader(key -> Optional.ofNullable(values.get(key))));
    }
}
