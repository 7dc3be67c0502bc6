package io.milvaion.platform.failpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailpointTest {

    /** Passes one place twice and another one once, in a process of its own. */
    static final class Passer {

        private Passer() {}

        public static void main(String[] arguments) {
            Failpoint.reach("here");
            Failpoint.reach("there");
            Failpoint.reach("here");
        }
    }

    @Test
    void withoutThePropertyNothingHappens() throws Exception {
        assertThat(statusWith()).isZero();
        assertThat(statusWith("-Dmilvaion.failpoint=elsewhere")).isZero();
    }

    @Test
    void theProcessDiesAtThePlaceAfterAsManyPasses() throws Exception {
        assertThat(statusWith("-Dmilvaion.failpoint=here")).isEqualTo(137);
        assertThat(statusWith("-Dmilvaion.failpoint=here:1")).isEqualTo(137);
        assertThat(statusWith("-Dmilvaion.failpoint=here:2")).isZero();
    }

    private static int statusWith(String... flags) throws IOException, InterruptedException {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of(flags));
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), Passer.class.getName()));
        return new ProcessBuilder(words).inheritIO().start().waitFor();
    }
}
