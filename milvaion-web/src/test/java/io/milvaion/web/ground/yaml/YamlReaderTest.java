package io.milvaion.web.ground.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.web.ground.json.ApiJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "Yes",
                "on",
                "OFF",
                "y",
                "010",
                "0o17",
                "0x1F",
                "1_000",
                "12:30",
                "12:30:45",
                "2026-01-01",
                "1.",
                ".5",
                "+1",
                ".inf",
                ".NaN",
                "True",
                "NULL",
                "0 12 * * *",
                "2026-01-01T00:00:00Z",
                "=",
                "1e",
                "0b1"
            })
    void whatJsonDoesNotKnowIsText(String scalar) {
        assertThat(one("a: " + scalar).get("a").textValue()).isEqualTo(scalar);
    }

    @ParameterizedTest
    @CsvSource({"12", "-0", "1e400", "2.50", "1E+2", "true", "false", "null"})
    void whatJsonKnowsIsThatExactly(String scalar) {
        assertThat(one("a: " + scalar).get("a")).isEqualTo(ApiJson.stored(scalar));
        assertThat(one("a: " + scalar).get("a").toString()).isEqualTo(scalar);
        assertThat(one("a: '" + scalar + "'").get("a").textValue()).isEqualTo(scalar);
    }

    @Test
    void nothingIsNull() {
        assertThat(one("a:\nb: ~\n").get("a").isNull()).isTrue();
        assertThat(one("a:\nb: ~\n").get("b").isNull()).isTrue();
        assertThat(one("a: ''").get("a").textValue()).isEmpty();
    }

    @Test
    void keysAreTextAsWritten() {
        assertThat(one("on: 1\n1: 2\n'null': 3\n").properties())
                .extracting(field -> field.getKey())
                .containsExactly("on", "1", "null");
    }

    @Test
    void allDocumentsAreReadButEmptyOnes() {
        assertThat(read("# only words\n---\na: 1\n---\n---\n[b, 'c']\n...\n"))
                .extracting(JsonNode::toString)
                .containsExactly("{\"a\":1}", "[\"b\",\"c\"]");
    }

    @Test
    void aliasesStandForWhatTheyName() {
        assertThat(one("a: &x {b: [1]}\nc: *x\n").get("c").toString()).isEqualTo("{\"b\":[1]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 1\\nb: [1, 2|line 2, column 9",
                "a: 1\\na: 2|line 2, column 1: the key a comes twice",
                "x: {'a': 1, a: 2}|line 1, column 13: the key a comes twice",
                "a: *b|line 1, column 4: there is no &b before this",
                "a: &b [*b]|line 1, column 8: there is no &b before this",
                "a: &b 1\\n---\\na: *b|line 3, column 4: there is no &b before this",
                "a: */5 * * * *|line 1, column 5",
                "a: !!int '1'|line 1, column 4: the tag tag:yaml.org,2002:int is not taken",
                "a: !!java.net.URL ['x']|line 1, column 4: the tag",
                "? [a]\\n: 1|line 1, column 3: a key must be text",
                "<<: {a: 1}|line 1, column 1: merge keys are not taken",
                "a:\\n\\tb: 1|line 2, column 1",
            })
    void whatIsWrongIsNamedWithItsPlace(String text, String problem) {
        assertThat(problem(text.replace("\\n", "\n").replace("\\t", "\t"))).contains(problem);
    }

    @Test
    void depthIsLimited() {
        assertThat(one("[".repeat(64) + "]".repeat(64)).isArray()).isTrue();
        assertThat(problem("[".repeat(100_000))).contains("more than 64 levels");
        assertThat(problem("a: " + "{a: ".repeat(70) + "1" + "}".repeat(70)))
                .contains("more than 64 levels");
    }

    @Test
    void aliasesDoNotExplode() {
        var laughs =
                IntStream.range(1, 30)
                        .mapToObj(
                                i ->
                                        "a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1)
                                                + "]")
                        .collect(Collectors.joining("\n", "a0: &a0 lol\n", "\n"));

        assertThat(problem(laughs)).contains("aliases make this larger");
        var long1 = "x".repeat(1_000_000);
        assertThat(problem("a: &a " + long1 + "\nb: [" + "*a, ".repeat(40) + "]"))
                .contains("aliases make this larger");
    }

    @Test
    void anythingElseThanUtf8IsRefused() {
        assertThat(
                        catchThrowableOfType(
                                        InvalidInput.class,
                                        () -> YamlReader.read(new byte[] {'a', ':', (byte) 0xFF}))
                                .getMessage())
                .isEqualTo("The body is not UTF-8.");
        assertThat(problem("a: \u0007")).contains("malformed");
    }

    private static String problem(String text) {
        return catchThrowableOfType(InvalidInput.class, () -> read(text)).getMessage();
    }

    private static JsonNode one(String text) {
        var all = read(text);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static List<JsonNode> read(String text) {
        return YamlReader.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
