package io.milvaion.web.ground.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.ground.refusal.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiJsonTest {

    private record Sample(Integer number, String text, Boolean flag) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1,\"a\":2}|a",
                "{\"o\":{\"b\":1,\"b\":2}}|o.b",
                "{\"l\":[1,{]}|l[1]",
                "{\"a\":tru}|a",
                "{\"a\":1}x|",
                "{\"a\":1}{}|",
                "{\"a\":01}|a",
                "{\"a\":NaN}|a",
                "{\"a\":\"\\u0000\"}|a",
                "{\"l\":[\"x\",\"\\ud800\"]}|l[1]",
                "{'a':1}|",
                "{\"a\":1,}|a",
                "[]|",
                "null|",
                "''|"
            })
    void aBodyThatIsNotStrictJsonIsRefusedNamingThePlace(String body, String field) {
        var refused = refused(body.equals("''") ? "" : body);

        assertThat(refused.violations())
                .extracting(Violation::field)
                .containsExactly(field == null ? "" : field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"number\":1.5}|number",
                "{\"number\":1.0}|number",
                "{\"number\":\"1\"}|number",
                "{\"number\":99999999999}|number",
                "{\"number\":1e99999999999}|number",
                "{\"number\":true}|number",
                "{\"text\":1}|text",
                "{\"text\":true}|text",
                "{\"text\":{}}|text",
                "{\"flag\":1}|flag",
                "{\"flag\":\"true\"}|flag",
                "{\"other\":1}|other"
            })
    void aValueIsNeverConvertedIntoAnotherType(String body, String field) {
        var refused =
                catchThrowableOfType(
                        InvalidInput.class, () -> ApiJson.read(bytes(body), Sample.class));

        assertThat(refused.violations()).extracting(Violation::field).containsExactly(field);
    }

    @Test
    void nestingIsAllowedToTheLimitAndNotBeyond() {
        assertThat(ApiJson.read(bytes(nested(ApiJson.MAX_DEPTH)), ObjectNode.class)).isNotNull();
        assertThat(refused(nested(ApiJson.MAX_DEPTH + 1)).getMessage()).contains("depth");
        assertThat(refused("[".repeat(100_000)).violations()).hasSize(1);
    }

    @Test
    void aFieldNameThatCannotBeStoredIsRefused() {
        assertThat(refused("{\"o\":{\"k\\u0000\":1}}").violations())
                .extracting(Violation::field)
                .containsExactly("o.k\0");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        var latin1 = "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        var utf16 = "{\"a\":1}".getBytes(StandardCharsets.UTF_16);
        var surrogate = new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};

        for (byte[] body : new byte[][] {latin1, utf16, surrogate}) {
            var refused = catchThrowableOfType(InvalidInput.class, () -> ApiJson.read(body));
            assertThat(refused).hasMessageContaining("not UTF-8");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678901234567890.10",
                "1.0",
                "1E+400",
                "1e-400",
                "-0",
                "0.00",
                "1e9999999999",
                "1234567890123456789012345678901234567890"
            })
    void aNumberInJobDataKeepsItsText(String number) throws Exception {
        var text = "{\"a\":{\"b\":[" + number + "]}}";

        assertThat(ApiJson.read(bytes(text))).hasToString(text);
        assertThat(ApiJson.write(ApiJson.stored(text))).asString().isEqualTo(text);
        assertThat(ApiJson.tree(ApiJson.stored(text))).hasToString(text);
    }

    @Test
    void aWholeNumberIsReadAsOne() {
        assertThat(ApiJson.read(bytes("{\"number\":-0}"), Sample.class).number()).isZero();
        assertThat(ApiJson.read(bytes("{\"number\":42}"), Sample.class).number()).isEqualTo(42);
    }

    @Test
    void instantsAreWrittenInUtcWithMilliseconds() throws Exception {
        var written = ApiJson.write(Map.of("at", Instant.parse("2030-01-02T03:04:05Z")));

        assertThat(new String(written, StandardCharsets.UTF_8))
                .isEqualTo("{\"at\":\"2030-01-02T03:04:05.000Z\"}");
    }

    private static InvalidInput refused(String body) {
        return catchThrowableOfType(
                InvalidInput.class, () -> ApiJson.read(bytes(body), ObjectNode.class));
    }

    private static String nested(int depth) {
        return "{\"a\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
