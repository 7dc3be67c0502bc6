package io.milvaion.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodePlanTest {

    private final NodePlan plan =
            new NodePlan("node-1", Path.of("node-1"), Path.of("a.war"), 8080, List.of(), Map.of());

    @Test
    void aNodeHasAMinuteMoreToEndThanItsRunningJobs() {
        assertThat(plan.stopLimit()).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        assertThat(stopSeconds("3600").stopLimit()).isEqualTo(Duration.ofMinutes(61));
        assertThat(stopSeconds("soon").stopLimit()).isEqualTo(Duration.ofMinutes(1));
    }

    private NodePlan stopSeconds(String value) {
        return plan.withEnvironment(Map.of("WORKER_STOP_SECONDS", value));
    }
}
