package io.milvaion.web.ground.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.milvaion.web.ground.json.ApiJson;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlWriterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":{\"b\":[1,\"x\",{\"c\":null,\"d\":[]}],\"e\":{}},\"f\":[[1,[2]],[{\"g\":1}]]}",
                "{\"no\":\"no\",\"Yes\":\"ON\",\"null\":\"null\",\"~\":\"~\",\"\":\"\",\"1\":\"010\"}",
                "{\"a\":\"0 12 * * *\",\"b\":\"# no comment\",\"c\":\"a: b\",\"d\":\"- e\",\"f\":\"*x\"}",
                "{\"a\":\"two\\nlines\\n\",\"b\":\" spaces \",\"c\":\"tab\\t\",\"d\":\"\\\"\\\\\"}",
                "{\"a\":1e400,\"b\":2.50,\"c\":-0,\"d\":true,\"e\":\"true\",\"f\":\"1e3\"}",
                "{\"a\":\"Grüße, 世界 😀\",\"b\":\"\\u007f\\u0085\\u2028\\ufeff\\ufffe\\u0001\"}"
            })
    void whatIsWrittenIsReadTheSame(String json) {
        var tree = ApiJson.stored(json);

        var read = YamlReader.read(YamlWriter.document(tree).getBytes(StandardCharsets.UTF_8));

        assertThat(read).containsExactly(tree);
        assertThat(read.get(0).toString()).isEqualTo(tree.toString());
    }

    @Test
    void itLooksLikeSomethingPeopleWrite() {
        assertThat(
                        YamlWriter.document(
                                ApiJson.stored(
                                        """
                        {"kind":"Job","metadata":{"name":"nightly-report"},"spec":{"tags":["a","no"],
                         "cronExpression":"0 2 * * *","timeoutSeconds":60,"jobData":{}}}""")))
                .isEqualTo(
                        """
                        ---
                        kind: Job
                        metadata:
                          name: nightly-report
                        spec:
                          tags:
                            - a
                            - "no"
                          cronExpression: "0 2 * * *"
                          timeoutSeconds: 60
                          jobData: {}
                        """);
    }

    /** Whatever is in a list of lists, each line begins where its list does. */
    @Test
    void listsOfListsAreBlocks() {
        JsonNode nested = JsonNodeFactory.instance.objectNode().set("a", ApiJson.stored("[[1]]"));

        assertThat(YamlWriter.document(nested)).isEqualTo("---\na:\n  -\n    - 1\n");
    }
}
