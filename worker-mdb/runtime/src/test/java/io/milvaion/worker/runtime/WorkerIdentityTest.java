package io.milvaion.worker.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class WorkerIdentityTest {

    @Test
    void anInstanceIsCalledAsItWasToldElseAfterItsGroupElseAfterItsHost() throws Exception {
        assertThat(name("node-1", "mail")).isEqualTo("node-1");
        assertThat(name("node-1", null)).isEqualTo("node-1");
        assertThat(name(null, "mail")).isEqualTo("mail");
        assertThat(name(null, null)).isEqualTo(InetAddress.getLocalHost().getHostName());
    }

    private static String name(String configured, String group) {
        var id = WorkerIdentity.create(configured, group).instanceId();
        assertThat(id).matches(".*-[0-9a-f]{8}");
        return id.substring(0, id.length() - 9);
    }
}
