package io.milvaion.web.ground.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.ground.refusal.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {

    /** Two criteria. */
    private record Criteria(String queue, Boolean resolved) {

        static Criteria in(Fields fields) {
            return new Criteria(fields.text("queue"), fields.flag("resolved"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'queue':null}                 | filter.queue",
                "{'queue':''}                   | filter.queue",
                "{'queue':' \\t'}               | filter.queue",
                "{'queue':[]}                   | filter.queue",
                "{'queue':'x','resolved':null}  | filter.resolved",
                "{'queue':'x','other':null}     | filter.other",
                "{'other':1}                    | filter.other",
                "null                           | filter",
                "''                             | filter",
                "[1]                            | filter",
            })
    void anEmptyCriterionIsRefused(String filter, String field) {
        var fields = fields("{'filter':" + filter + "}");

        fields.filter("filter", Criteria::in);

        assertThat(names(fields)).containsOnly(field);
    }

    @Test
    void anAbsentCriterionMeansAny() {
        var fields = fields("{'filter':{'resolved':false}}");

        assertThat(fields.filter("filter", Criteria::in)).isEqualTo(new Criteria(null, false));
        assertThat(names(fields)).isEmpty();
        assertThat(fields("{}").<Criteria>filter("filter", Criteria::in)).isNull();
    }

    private static List<String> names(Fields fields) {
        return fields.violations().stream().map(Violation::field).toList();
    }

    private static Fields fields(String body) {
        return new Fields(
                ApiJson.read(
                        body.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
                        ObjectNode.class));
    }
}
