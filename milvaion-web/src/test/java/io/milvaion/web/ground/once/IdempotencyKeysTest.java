package io.milvaion.web.ground.once;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeysTest {

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 400, 403, 404, 409, 412, 415, 422})
    void whatWasDecidedIsKept(int status) {
        assertThat(IdempotencyKeys.isDecided(status)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 408, 429, 500, 502, 503, 504})
    void whatDecidesNothingIsNot(int status) {
        assertThat(IdempotencyKeys.isDecided(status)).isFalse();
    }
}
