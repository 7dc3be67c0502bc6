package io.milvaion.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PrinterTest {

    private final StringWriter written = new StringWriter();

    @Test
    void columnsAreAsWideAsWhatIsInThem() {
        printer(Format.TABLE)
                .list(
                        items("{'id':1,'displayName':'Nightly report'}", "{'id':12}"),
                        "id",
                        "displayName");
        assertThat(written)
                .hasToString(
                        """
                ID  DISPLAY NAME
                1   Nightly report
                12
                """);
    }

    @Test
    void aLongListIsWhole() {
        var many = IntStream.range(0, 501).mapToObj(i -> json("{'id':" + i + "}"));
        printer(Format.TABLE).list(many, "id");
        assertThat(written.toString().lines()).hasSize(502).endsWith("500");
    }

    @Test
    void nestedMembersAndListsHaveCells() {
        printer(Format.TABLE)
                .list(
                        items("{'leader':{'node':'n1'},'tags':['a','b'],'more':{'x':[1]}}"),
                        "leader.node",
                        "tags",
                        "more");
        assertThat(written.toString()).contains("n1", "a, b", "{\"x\":[1]}");
    }

    @Test
    void chosenColumnsTakeThePlaceOfTheUsualOnes() {
        new Printer(new PrintWriter(written), Format.TABLE, List.of("b"))
                .list(items("{'a':1,'b':2}"), "a");
        assertThat(written).hasToString("B\n2\n");
    }

    @Test
    void whatATerminalWouldObeyIsShown() {
        printer(Format.TABLE).list(items("{'name':'\\u001b[2Jgone\\u202eback\\nnext'}"), "name");
        assertThat(written.toString()).contains("\\u001b[2Jgone\\u202eback\\u000anext");
    }

    @Test
    void namesOfOtherScriptsAreLeftAsTheyAre() {
        assertThat(Printable.of("Gece yarısı 夜 🌙")).isEqualTo("Gece yarısı 夜 🌙");
    }

    @Test
    void jsonIsAnArrayOfWholeItems() throws JsonProcessingException {
        printer(Format.JSON).list(items("{'id':1,'long':'text'}", "{'id':2}"), "id");
        assertThat(new ObjectMapper().readTree(written.toString()))
                .isEqualTo(json("[{'id':1,'long':'text'},{'id':2}]"));
    }

    @Test
    void yamlIsReadBackAsItWas() throws JsonProcessingException {
        var tricky =
                json(
                        "{'cron':'0 9 * * *','answer':'no','zip':'0123','at':'2026-01-01','n':1.50,'nothing':null}");
        printer(Format.YAML).one(tricky);
        var read = new YAMLMapper().readTree(written.toString());
        for (var name : List.of("cron", "answer", "zip", "at")) {
            assertThat(read.get(name)).as(name).isEqualTo(tricky.get(name));
        }
    }

    private Printer printer(Format format) {
        return new Printer(new PrintWriter(written), format, null);
    }

    private static Stream<JsonNode> items(String... texts) {
        return Stream.of(texts).map(PrinterTest::json);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
