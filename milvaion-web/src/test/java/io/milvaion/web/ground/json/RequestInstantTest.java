package io.milvaion.web.ground.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestInstantTest {

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
        "1969-12-31T19:00:00-05:00, 1970-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999Z",
        "+10000-01-01T00:00:00+18:00, 9999-12-31T06:00:00Z",
        "2030-01-31T12:00+01:00, 2030-01-31T11:00:00Z",
    })
    void anInstantInTheRangeIsCutToMilliseconds(String text, Instant instant) {
        assertThat(RequestInstant.read(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1969-12-31T23:59:59.999Z",
                "1970-01-01T00:00:00+00:01",
                "9999-12-31T23:59:59-00:01",
                "+10000-01-01T00:00:00Z",
                "+900000000-01-01T00:00:00Z",
                "-999999999-01-01T00:00:00Z",
                "+1000000000-01-01T00:00:00Z",
                "2030-02-30T00:00:00Z",
                "2030-01-01T24:00:01Z",
                "2030-01-01",
                "1893456000",
                "",
            })
    void anythingElseIsNone(String text) {
        assertThat(RequestInstant.read(text)).isEmpty();
    }
}
