package io.milvaion.scheduler.ground.word;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.state.gate.OverlapPolicy;
import io.milvaion.scheduler.state.missed.MissedReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    private static final Words<OccurrenceState> STATES =
            Words.of(OccurrenceState.class).numbered(OccurrenceState::code);

    @Test
    void namesAreWrittenInCamelCase() {
        assertThat(Words.of(OccurrenceState.TIMED_OUT)).isEqualTo("timedOut");
        assertThat(Words.of(OverlapPolicy.SKIP)).isEqualTo("skip");
        assertThat(Words.of(MissedReason.BEYOND_LIMIT)).isEqualTo("beyondLimit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"timedOut", "TimedOut", "TIMED_OUT", "timed-out", "timedout"})
    void caseAndHyphensMakeNoDifference(String text) {
        assertThat(STATES.read(text)).contains(OccurrenceState.TIMED_OUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "timed out", "timed", "5", "tımedout", "TIMED_OUTS"})
    void anythingElseIsNoWord(String text) {
        assertThat(STATES.read(text)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void numbersStandForWordsWhereTheyMay(OccurrenceState state) {
        assertThat(STATES.readNumber(Integer.toString(state.code()))).contains(state);
        assertThat(Words.of(OccurrenceState.class).readNumber("0")).isEmpty();
        assertThat(STATES.readNumber("8")).isEmpty();
        assertThat(STATES.readNumber("-1")).isEmpty();
    }

    @Test
    void whoeverWritesAnotherOneHearsAll() {
        assertThat(Words.of(OverlapPolicy.class).numbered(OverlapPolicy::code).choices())
                .isEqualTo("skip, queue, parallel; or 0, 1, 2 in their place");
        assertThat(Words.of("wait", "goOn").choices()).isEqualTo("wait, goOn");
        assertThat(Words.of("wait", "goOn").read("GO-ON")).contains("goOn");
    }
}
