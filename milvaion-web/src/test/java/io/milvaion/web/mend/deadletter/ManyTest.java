package io.milvaion.web.mend.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.web.ground.json.ApiJson;
import io.milvaion.web.ground.json.Fields;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                  | filter",
                "{'filter':{}}                       | filter",
                "{'filter':{},'all':false}           | filter",
                "{'all':false}                       | filter",
                "{'filter':null,'all':true}          | filter",
                "{'filter':{'queue':'x'},'all':true} | filter",
                "{'filter':{'queue':'x'},'all':null} | all",
                "{'filter':{'queue':'x'},'all':1}    | all",
            })
    void nothingIsDoneToAllByMistake(String body, String field) {
        var fields = fields(body);

        Many.in(fields, LetterFilterBody::in);

        assertThat(fields.violations()).extracting(Violation::field).contains(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'all':true}",
                "{'filter':{},'all':true}",
                "{'filter':{'queue':'x'}}",
                "{'filter':{'queue':'x'},'all':false}"
            })
    void whoeverSaysWhatIsMeantIsHeard(String body) {
        var fields = fields(body);

        var many = Many.in(fields, LetterFilterBody::in);

        assertThat(fields.violations()).isEmpty();
        assertThat(many.filter().queue() == null).isEqualTo(many.all());
    }

    private static Fields fields(String body) {
        return new Fields(
                ApiJson.read(
                        body.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
                        ObjectNode.class));
    }
}
