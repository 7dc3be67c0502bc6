package io.milvaion.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aTakenPortIsPassedOverAndNoPortIsGivenTwice() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(taken.getLocalPort());

            int first = ports.take();

            assertThat(first).isGreaterThan(taken.getLocalPort());
            assertThat(ports.take()).isGreaterThan(first);
        }
    }

    @Test
    void thereIsNoPortBeyondTheLast() {
        assertThatThrownBy(() -> new Ports(65_536).take()).hasMessage("no free port is left");
    }
}
