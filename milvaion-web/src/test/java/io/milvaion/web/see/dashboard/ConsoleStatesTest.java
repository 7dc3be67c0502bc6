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

class ConsoleStatesTest {

    private static final Path STATES =
            Path.of(System.getProperty("basedir", "."), "src/main/console/src/parts/state.ts");

    @Test
    void theConsoleKnowsTheStatesAsTheContractHasThem() throws IOException {
        var list = Pattern.compile("(?s)STATES: readonly State\\[] =(.+?);");
        var known =
                list.matcher(Files.readString(STATES))
                        .results()
                        .map(MatchResult::group)
                        .flatMap(found -> Pattern.compile("'(\\w+)'").matcher(found).results())
                        .map(state -> state.group(1));

        assertThat(known)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(OccurrenceState.values())
                                .filter(state -> state != OccurrenceState.SKIPPED) // leaves no run
                                .map(Words::of)
                                .toList());
    }
}
