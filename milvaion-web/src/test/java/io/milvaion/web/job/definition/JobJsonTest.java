package io.milvaion.web.job.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.scheduler.job.definition.JobDefinition;
import io.milvaion.scheduler.job.definition.ScheduleKind;
import io.milvaion.web.ground.json.ApiJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JobJsonTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    @Test
    void aJobNeedsOnlyNameTypeAndTime() {
        var job =
                created(
                        """
                        {"displayName":"a","jobType":"log","executeAt":"2030-01-01T02:00:00.1239+01:00"}
                        """);

        assertThat(job.schedule().executeAt()).isEqualTo(Instant.parse("2030-01-01T01:00:00.123Z"));
        assertThat(job.active()).isTrue();
        assertThat(job.jobData()).isEqualTo("{}");
        assertThat(job.schedule().timeZone()).isEqualTo("UTC");
        assertThat(job.misfirePolicy()).isEqualTo("once");
        assertThat(job.onWorkerLost()).isEqualTo("retry");
        assertThat(job.onAbandoned()).isNull();
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        assertThat(
                        wrongFields(
                                """
                                {"displayName":7,"description":[],"tags":["a",1,""],"workerGroup":"A",
                                 "jobType":"Send Email","jobData":[],"cronExpression":"61 * * * *",
                                 "timeZone":"Mars/Base","active":"yes","concurrentExecutionPolicy":3,
                                 "maxConcurrent":0,"timeoutSeconds":1.0,"maxRetries":-1,
                                 "retryBaseSeconds":86401,"misfirePolicy":"never","dstGap":"x",
                                 "dstOverlap":"","onWorkerLost":1,"onAbandoned":"stop","cron":"x","id":"x"}
                                """))
                .containsExactlyInAnyOrder(
                        "displayName",
                        "description",
                        "tags[1]",
                        "workerGroup",
                        "jobType",
                        "jobData",
                        "timeZone",
                        "active",
                        "concurrentExecutionPolicy",
                        "maxConcurrent",
                        "timeoutSeconds",
                        "maxRetries",
                        "retryBaseSeconds",
                        "misfirePolicy",
                        "dstGap",
                        "dstOverlap",
                        "onWorkerLost",
                        "onAbandoned",
                        "cron",
                        "id");
    }

    @Test
    void aTimeOfTheWrongTypeIsNotAlsoCalledMissing() {
        assertThat(wrongFields("{\"displayName\":\"a\",\"jobType\":\"log\",\"executeAt\":5}"))
                .containsExactly("executeAt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "{}                                                             | schedule",
                "{'cronExpression':null,'executeAt':null}                       | schedule",
                "{'schedule':null}                                              | schedule",
                "{'schedule':'never'}                                           | schedule",
                "{'schedule':['none']}                                          | schedule",
                "{'schedule':'NONE'}                                            | -",
                "{'schedule':'cron'}                                            | schedule",
                "{'schedule':'cron','executeAt':'2031-01-01T00:00:00Z'}         | schedule",
                "{'schedule':'once','cronExpression':'@daily'}                  | schedule",
                "{'schedule':'none','cronExpression':'@daily'}                  | schedule",
                "{'schedule':'none','executeAt':'2031-01-01T00:00:00Z'}         | schedule",
                "{'cronExpression':'@daily','executeAt':'2031-01-01T00:00:00Z'} | cronExpression",
                "{'schedule':'none'}                                            | -",
                "{'schedule':'none','cronExpression':null}                      | -",
                "{'schedule':'cron','cronExpression':'@daily'}                  | -",
                "{'schedule':'once','executeAt':'2031-01-01T00:00:00Z'}         | -",
            })
    void aJobWithoutAScheduleSaysSo(String fields, String wrong) {
        var body = tree(fields.replace('\'', '"')).put("displayName", "a").put("jobType", "log");

        assertThat(wrongIn(() -> created(body.toString())))
                .isEqualTo(wrong == null ? List.of() : List.of(wrong));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "cron | {'cronExpression':null}                          | -",
                "cron | {'cronExpression':null,'schedule':'none'}        | NONE",
                "cron | {'schedule':'none'}                              | -",
                "cron | {'schedule':'cron'}                              | CRON",
                "cron | {'cronExpression':null,'executeAt':'2031-01-01T00:00:00Z'} | ONCE",
                "none | {'displayName':'b'}                              | NONE",
                "none | {'cronExpression':null}                          | NONE",
                "none | {'schedule':'none'}                              | NONE",
                "none | {'schedule':null}                                | -",
                "none | {'cronExpression':'@daily'}                      | CRON",
                "none | {'executeAt':'2031-01-01T00:00:00Z'}             | ONCE",
                "none | {'cronExpression':'@daily','schedule':'none'}    | -",
            })
    void aPatchTakesTheScheduleAwayOnlyIfItSaysSo(String from, String patch, ScheduleKind becomes) {
        var before =
                created(
                        from.equals("cron")
                                ? "{\"displayName\":\"a\",\"jobType\":\"log\",\"cronExpression\":\"@hourly\"}"
                                : "{\"displayName\":\"a\",\"jobType\":\"log\",\"schedule\":\"none\"}");
        var draft = JobJson.patch(tree(patch.replace('\'', '"')), List.of(), before);

        if (becomes == null) {
            assertThat(wrongIn(() -> draft.checked(before, NOW))).containsExactly("schedule");
        } else {
            assertThat(draft.checked(before, NOW).schedule().kind()).isEqualTo(becomes);
        }
    }

    @Test
    void aPatchChangesWhatItNamesAndKeepsTheRest() {
        var before =
                created(
                        """
                        {"displayName":"a","jobType":"log","cronExpression":"0 0 * * *",
                         "maxRetries":5,"tags":["x"],"jobData":{"keep":1.10,"drop":2}}
                        """);

        var after =
                JobJson.patch(
                                tree(
                                        "{\"displayName\":\"b\",\"maxRetries\":null,\"jobData\":{\"drop\":null}}"),
                                List.of(),
                                before)
                        .checked(before, NOW);

        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("displayName", "maxRetries", "jobData")
                .isEqualTo(before);
        assertThat(after.displayName()).isEqualTo("b");
        assertThat(after.maxRetries()).isNull();
        assertThat(after.jobData()).isEqualTo("{\"keep\":1.10}");
    }

    @Test
    void aJobThatHasRunOnceCanStillBeRenamed() {
        var before =
                created(
                        "{\"displayName\":\"a\",\"jobType\":\"log\",\"executeAt\":\"2030-01-01T00:00:01Z\"}");
        var later = NOW.plusSeconds(3600);

        assertThat(
                        JobJson.patch(tree("{\"displayName\":\"b\"}"), List.of(), before)
                                .checked(before, later)
                                .displayName())
                .isEqualTo("b");
    }

    @Test
    void whatWasReadMayBeSentBackWhole() {
        var body =
                """
                {"id":"x","displayName":"a","jobType":"log","cronExpression":"@daily","version":3,
                 "nextRunAt":null,"createdAt":"x","updatedAt":"x"}
                """;

        var before = created("{\"displayName\":\"b\",\"jobType\":\"log\",\"schedule\":\"none\"}");
        assertThat(JobJson.replace(tree(body), List.of(), before).checked(null, NOW).displayName())
                .isEqualTo("a");
    }

    @Test
    void everyFieldThatADocumentNamesIsKnown() {
        var body = JsonNodeFactory.instance.objectNode();
        Stream.of(JobView.class.getRecordComponents()).forEach(c -> body.putNull(c.getName()));

        body.put("schedule", "none");
        var before = created("{\"displayName\":\"a\",\"jobType\":\"log\",\"schedule\":\"none\"}");
        assertThat(JobJson.replace(body, List.of(), before).unreadable()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documentedNumbers")
    void theDocumentStatesTheBoundsOfNumbers(String field, Schema schema) {
        if (!schema.minimum().isEmpty()) {
            assertThat(wrongAt(field, Integer.parseInt(schema.minimum()))).isEmpty();
            assertThat(wrongAt(field, Integer.parseInt(schema.minimum()) - 1)).contains(field);
        }
        if (!schema.maximum().isEmpty()) {
            assertThat(wrongAt(field, Integer.parseInt(schema.maximum()))).isEmpty();
            assertThat(wrongAt(field, Integer.parseInt(schema.maximum()) + 1)).contains(field);
        }
    }

    static Stream<Arguments> documentedNumbers() {
        return schemas()
                .filter(s -> !(s.getValue().minimum() + s.getValue().maximum()).isEmpty())
                .map(s -> Arguments.of(s.getKey(), s.getValue()));
    }

    @ParameterizedTest
    @MethodSource("documentedTexts")
    void theDocumentStatesTheLengthOfTexts(String field, Schema schema) {
        assertThat(wrongAt(field, "x".repeat(schema.maxLength()))).isEmpty();
        assertThat(wrongAt(field, "x".repeat(schema.maxLength() + 1))).contains(field);
    }

    static Stream<Arguments> documentedTexts() {
        return schemas()
                .filter(s -> s.getValue().maxLength() < Integer.MAX_VALUE)
                .map(s -> Arguments.of(s.getKey(), s.getValue()));
    }

    private static Stream<Map.Entry<String, Schema>> schemas() {
        return Stream.of(JobView.class.getRecordComponents())
                .filter(c -> c.getAccessor().isAnnotationPresent(Schema.class))
                .map(c -> Map.entry(c.getName(), c.getAccessor().getAnnotation(Schema.class)));
    }

    /** What is wrong with a good job but for this field. */
    private static List<String> wrongAt(String field, Object value) {
        var body =
                tree(
                        """
                        {"displayName":"a","jobType":"log","cronExpression":"@daily",
                         "concurrentExecutionPolicy":2}
                        """);
        body.putPOJO(field, value);
        return wrongIn(() -> created(body.toString()));
    }

    private static List<String> wrongIn(Runnable reading) {
        try {
            reading.run();
            return List.of();
        } catch (InvalidInput e) {
            return e.violations().stream().map(Violation::field).toList();
        }
    }

    private static JobDefinition created(String body) {
        return JobJson.create(tree(body)).checked(null, NOW);
    }

    private static List<String> wrongFields(String body) {
        return catchThrowableOfType(InvalidInput.class, () -> created(body)).violations().stream()
                .map(Violation::field)
                .toList();
    }

    private static ObjectNode tree(String body) {
        return ApiJson.read(body.getBytes(StandardCharsets.UTF_8), ObjectNode.class);
    }
}
