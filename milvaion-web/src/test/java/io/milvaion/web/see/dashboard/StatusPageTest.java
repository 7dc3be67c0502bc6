package io.milvaion.web.see.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.contract.OccurrenceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StatusPageTest {

    private static final Path STATES =
            Path.of(System.getProperty("basedir", "."), "src/main/webapp/assets/status/states.js");

    @Test
    void thePageKnowsTheStatesAsTheContractHasThem() throws IOException {
        var known =
                Pattern.compile("\\{ name: \"(.*)\", rank: (\\d) }")
                        .matcher(Files.readString(STATES))
                        .results()
                        .map(StatusPageTest::state);

        assertThat(known)
                .containsExactlyElementsOf(
                        Arrays.stream(OccurrenceState.values())
                                .map(state -> state.name() + " " + state.rank())
                                .toList());
    }

    @Test
    void codesWithAMeaningAreThoseOfTheContract() throws IOException {
        assertThat(Files.readString(STATES))
                .contains("QUEUED = " + OccurrenceState.QUEUED.code() + ";")
                .contains("RUNNING = " + OccurrenceState.RUNNING.code() + ";")
                .contains("COMPLETED = " + OccurrenceState.COMPLETED.code() + ";");
    }

    private static String state(MatchResult line) {
        return line.group(1).toUpperCase(Locale.ROOT).replace(' ', '_') + " " + line.group(2);
    }
}
