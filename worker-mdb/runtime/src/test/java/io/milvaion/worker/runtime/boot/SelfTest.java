package io.milvaion.worker.runtime.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SelfTest {

    @Test
    void itSaysWhatItIsAndWhereJobsAreCreated() {
        var self = new Self("worker-1-0a1b2c3d", "mail", "1.0.0", List.of("greet", "hello"));

        assertThat(self.text())
                .contains("a Milvaion worker, worker-1-0a1b2c3d, version 1.0.0")
                .contains("jobs of type greet, hello for group mail")
                .contains("no REST interface");
    }

    @Test
    void aPageHoldsNoMarkupFromANameAndAWorkerWithoutJobsSaysSo() {
        assertThat(new Self("<b>", null, "1.0.0", List.of()).html())
                .contains("&lt;b>")
                .contains("jobs of no type and");
        assertThat(new Self(null, null, "1.0.0", List.of()).text()).contains("worker, version");
    }
}
