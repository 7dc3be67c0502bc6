package io.milvaion.web.ground.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayersTest {

    private final Payers payers = new Payers();

    @Test
    void whatARequestShowsIsUnknownUntilItWasFoundGood() {
        assertThat(payers.account("mvk_one")).isNull();

        payers.learn("mvk_one", "ada");

        assertThat(payers.account("mvk_one")).isEqualTo("ada");
        assertThat(payers.account("mvk_two")).isNull();
        payers.forget("mvk_one");
        assertThat(payers.account("mvk_one")).isNull();
    }

    @Test
    void onlyTheLatestAreRemembered() {
        for (int i = 0; i <= 10_000; i++) {
            payers.learn("key " + i, "ada");
        }

        assertThat(payers.account("key 0")).isNull();
        assertThat(payers.account("key 10000")).isEqualTo("ada");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2:ffff::1, 20010db800010002",
        "0:0:0:0:0:0:0:1, 0000000000000000",
        "fe80:0:0:0:1:2:3:4%lo, fe80000000000000"
    })
    void ofIpv6TheNetworkPays(String remote, String payer) {
        assertThat(Payers.address(remote)).isEqualTo(payer);
    }
}
