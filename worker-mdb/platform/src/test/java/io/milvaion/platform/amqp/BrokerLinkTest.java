package io.milvaion.platform.amqp;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.Test;

class BrokerLinkTest {

    @Test
    void aRefusedConnectionNamesAddressAndSettingAndNoPassword() throws Exception {
        int port = closedPort();
        try (var link = link("amqp://me:secret@127.0.0.1:" + port + "/%2F")) {
            for (String attempt : new String[] {"cannot connect", "just refused"}) {
                assertThatThrownBy(link::openChannel)
                        .isInstanceOf(BrokerUnavailable.class)
                        .hasMessageContaining(attempt)
                        .hasMessageContaining("127.0.0.1:" + port + " (milvaion.rabbitmq.url)")
                        .hasMessageNotContaining("secret");
            }
        }
    }

    @Test
    void aNameThatNobodyKnowsIsNamedToo() throws Exception {
        try (var link = link("amqp://me:secret@broker.invalid/jobs")) {
            assertThatThrownBy(link::openChannel)
                    .hasMessageContaining("broker.invalid:5672 (milvaion.rabbitmq.url)")
                    .hasMessageNotContaining("secret");
        }
    }

    private static BrokerLink link(String url) {
        return new BrokerLink(
                new BrokerSettings(URI.create(url), 3_000, 10), "a test", Thread::new);
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
