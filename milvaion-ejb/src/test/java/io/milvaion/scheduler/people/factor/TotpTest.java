package io.milvaion.scheduler.people.factor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109);

    /** RFC 6238, appendix B, for SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codesAreThoseOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)), 8)).isEqualTo(code);
    }

    /** RFC 4226, appendix D. */
    @ParameterizedTest
    @CsvSource({"0, 755224", "1, 287082", "2, 359152", "3, 969429", "9, 520489"})
    void codesHaveSixDigits(long step, String code) {
        assertThat(Totp.code(SECRET, step, Totp.DIGITS)).isEqualTo(code);
    }

    @Test
    void clocksMayBeAStepApart() {
        long now = Totp.step(NOW);

        for (long step = now - 1; step <= now + 1; step++) {
            var code = Totp.code(SECRET, step, Totp.DIGITS);
            assertThat(Totp.match(SECRET, code, NOW, 0)).hasValue(step);
        }
        assertThat(Totp.match(SECRET, Totp.code(SECRET, now - 2, 6), NOW, 0)).isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, now + 2, 6), NOW, 0)).isEmpty();
    }

    @Test
    void whatWasUsedAndWhatIsOlderIsNotGoodAgain() {
        long now = Totp.step(NOW);
        var code = Totp.code(SECRET, now, Totp.DIGITS);

        assertThat(Totp.match(SECRET, code, NOW, now - 1)).hasValue(now);
        assertThat(Totp.match(SECRET, code, NOW, now)).isEmpty();
        assertThat(Totp.match(SECRET, code, NOW, now + 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "foobar, MZXW6YTBOI"})
    void secretsAreWrittenInBase32(String bytes, String text) { // RFC 4648, section 10
        assertThat(Base32.encode(bytes.getBytes(US_ASCII))).isEqualTo(text);
    }
}
