package io.milvaion.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClaimScriptTest {

    @ParameterizedTest
    @EnumSource
    void isPublishedBesideTheContract(ClaimScript script) throws Exception {
        try (var in = ClaimScript.class.getResourceAsStream(script.resource())) {
            assertThat(in).asString(UTF_8).contains("-- KEYS: claim, cancel");
        }
    }
}
