package io.milvaion.scheduler.job.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are addresses in digits here, which need nobody to look them up. */
class OutboundTargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.100.100.200",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00:ec2::254",
                "ff02::1",
                "::ffff:7f00:1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::"
            })
    void addressesOfPrivateNetworksAreSpecial(String address) throws IOException {
        assertThat(OutboundTarget.isSpecial(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.5", "93.184.215.14", "100.128.0.1", "2606:2800:21f::1"})
    void addressesOfTheInternetAreNot(String address) throws IOException {
        assertThat(OutboundTarget.isSpecial(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://203.0.113.6/",
                "http://203.0.113.5/",
                "https://somebody@203.0.113.5/",
                "https://ok.example.org.evil.test/",
                "https://example.org/"
            })
    void whatIsNotListedIsRefused(String url) {
        assertThatThrownBy(
                        () ->
                                OutboundTarget.of(
                                        URI.create(url), Set.of("203.0.113.5", "*.example.org")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("milvaion.calendars.allowed-hosts");
    }

    @Test
    void whatIsListedPasses() throws IOException {
        var target =
                OutboundTarget.of(
                        URI.create("https://203.0.113.5:8443/a.ics"), Set.of("203.0.113.5"));

        assertThat(target.port()).isEqualTo(8443);
        assertThat(target.address().getHostAddress()).isEqualTo("203.0.113.5");
    }

    @Test
    void aHostInAPrivateNetworkNeedsItsAddressListed() throws IOException {
        var url = URI.create("https://localhost/a.ics");

        assertThatThrownBy(() -> OutboundTarget.of(url, Set.of("localhost")))
                .hasMessageContaining("private network");
        assertThat(
                        OutboundTarget.of(url, Set.of("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1"))
                                .host())
                .isEqualTo("localhost");
    }
}
