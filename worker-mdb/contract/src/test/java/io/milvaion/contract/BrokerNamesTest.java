package io.milvaion.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class BrokerNamesTest {

    private static final UUID ID = UUID.fromString("0198f3a2-0000-7000-8000-000000000001");

    @Test
    void routesARunToAnyWorkerOfItsType() {
        assertThat(BrokerNames.jobQueue(null, "sendemail")).isEqualTo("jobs.sendemail.wildcard");
        assertThat(BrokerNames.jobBinding(null, "sendemail")).isEqualTo("sendemail.*");
        assertThat(BrokerNames.routingKey(null, "sendemail", ID)).isEqualTo("sendemail." + ID);
    }

    @Test
    void routesAPinnedRunToItsGroup() {
        assertThat(BrokerNames.jobQueue("eu", "report")).isEqualTo("jobs.eu.report.wildcard");
        assertThat(BrokerNames.jobBinding("eu", "report")).isEqualTo("eu.report.*");
        assertThat(BrokerNames.routingKey("eu", "report", ID)).isEqualTo("eu.report." + ID);
    }
}
