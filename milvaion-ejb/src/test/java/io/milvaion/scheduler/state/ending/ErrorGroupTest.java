package io.milvaion.scheduler.state.ending;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorGroupTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            nullValues = "-",
            value = {
                "java.io.IOException | java.io.IOException: bad luck in attempt 3 | java.io.IOException: bad luck in attempt <n>",
                "java.io.IOException | it broke | java.io.IOException: it broke",
                "java.io.IOException | java.io.IOException | java.io.IOException",
                "java.io.IOException | - | java.io.IOException",
                "- | - | failed",
                "- | ^^ | failed",
                "- | worker lost | worker lost",
                "- | com.acme.Http2Exception: stream 17 was reset | com.acme.Http2Exception: stream <n> was reset",
                "com.acme.V2$Failed | com.acme.V2$Failed: 12:30:05.123 late by -1.5 s | com.acme.V2$Failed: <n> late by <n> s",
                "E | no user 4f1b1f8e-7a63-4c0e-9c55-0123456789ab | E: no user <id>",
                "E | object Order@1b2c3d4 is gone | E: object Order@<hex> is gone",
                "E | address 0xDEADBEEF, commit 9fceb02d0ae598e95dc970b74767f19372d61af8 | E: address <hex>, commit <hex>",
                "E | table 'orders_2024' and \"x y\" are missing | E: table <text> and <text> are missing",
                "E | can't open it, it isn't there | E: can't open it, it isn't there",
                "E | cannot read /var/lib/job-7/a.txt: denied | E: cannot read <path>: denied",
                "E | no C:\\Users\\me\\x.txt, no ./conf/a.json | E: no <path>, no <path>",
                "E | either/or is no path | E: either/or is no path",
                "E | GET https://example.org/v1/users/17?x=1 gave 503 | E: GET <address> gave <n>",
                "E | 10.0.0.7:8080 refused | E: <n> refused",
                "E | 1.234,50 EUR are too many | E: <n> EUR are too many",
                "E | facade decade | E: facade decade",
                "E | two   spaces\tand a tab | E: two spaces and a tab",
            })
    void keepsWhatErrorsOfOneKindHaveInCommon(String type, String error, String group) {
        assertThat(ErrorGroup.of(type, error).text()).isEqualTo(group);
    }

    @Test
    void looksAtTheFirstLineOnly() {
        assertThat(ErrorGroup.of("E", "E: first\n\tat a.B.c(B.java:7)\nCaused by: other"))
                .isEqualTo(ErrorGroup.of("E", "first"));
    }

    @Test
    void idsAreStable() {
        assertThat(ErrorGroup.CANCELLED.id()).isEqualTo("8b47045eb7b8ca42");
        assertThat(ErrorGroup.of("E", "7").id()).isEqualTo(ErrorGroup.of("E", "8").id());
    }

    @Test
    void longTextsAreCutBetweenCharacters() {
        var text =
                ErrorGroup.of(null, "a".repeat(199) + "\uD83D\uDE00" + "b".repeat(100_000)).text();

        assertThat(text).hasSize(199).endsWith("a");
    }
}
