package io.milvaion.web.see.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.word.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StatusPageTest {

    private static final Path STATES =
            Path.of(System.getProperty("basedir", "."), "src/main/webapp/assets/status/states.js");

    @Test
    void thePageKnowsTheStatesAsTheContractHasThem() throws IOException {
        var known =
                Pattern.compile("(?m)^ {2}(\\w+): \\{ name: \".*\", rank: (\\d) }")
                        .matcher(Files.readString(STATES))
                        .results()
                        .map(StatusPageTest::state);

        assertThat(known)
                .containsExactlyElementsOf(
                        Arrays.stream(OccurrenceState.values())
                                .map(state -> Words.of(state) + " " + state.rank())
                                .toList());
    }

    private static String state(MatchResult line) {
        return line.group(1) + " " + line.group(2);
    }
}
