package io.milvaion.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.milvaion.contract.BrokerNames;
import io.milvaion.contract.HeartbeatMessage;
import io.milvaion.contract.JobMessage;
import io.milvaion.contract.JobType;
import io.milvaion.contract.LogMessage;
import io.milvaion.contract.OccurrenceState;
import io.milvaion.contract.RedisKeys;
import io.milvaion.contract.RegistrationMessage;
import io.milvaion.contract.StatusMessage;
import io.milvaion.contract.VerdictMessage;
import io.milvaion.contract.VerifyMessage;
import io.milvaion.contract.WireLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code docs/worker-protocol.md}, its schemas and its examples to what the code does. */
class WorkerProtocolTest {

    private static final Path DOCS = Path.of(System.getProperty("basedir", "."), "../../docs");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final UUID RUN = UUID.fromString("019be520-7b80-7a3c-8f21-5d1c0a9e4b77");
    private static final UUID JOB = UUID.fromString("0198f3a2-0000-7000-8000-000000000001");
    private static final String INSTANCE = "email-worker-1f9a03c2";
    private static final String GROUP = "email-worker";
    private static final String GENERATION = "5f0c1d9a 7f3e";

    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of("job", "job", job()),
                Arguments.of("job", "job-minimal", jobWithoutOptions()),
                Arguments.of("status", "status", status()),
                Arguments.of("status", "status-minimal", cancelledBeforeItStarted()),
                Arguments.of("status", "status-abandoned", timedOutAndReturnedLater()),
                Arguments.of("log", "log", log()),
                Arguments.of("registration", "registration", registration()),
                Arguments.of("heartbeat", "heartbeat", heartbeat()),
                Arguments.of("verify", "verify", verify()),
                Arguments.of("verdict", "verdict", verdict()));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void messageAndExampleAreTheSameInBothDirections(String schema, String example, Record message)
            throws Exception {
        byte[] golden = Files.readAllBytes(DOCS.resolve("schema/examples/" + example + ".json"));

        assertThat(WireJson.read(golden, message.getClass())).isEqualTo(message);
        assertThat(JSON.readTree(WireJson.write(message))).isEqualTo(JSON.readTree(golden));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void messageIsValid(String schema, String example, Record message) throws IOException {
        assertThat(errors(schema, JSON.readTree(WireJson.write(message)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "job, ''",
        "status, ''",
        "status, /properties/reports/items",
        "log, ''",
        "log, /properties/lines/items",
        "registration, ''",
        "registration, /properties/consumers/items",
        "heartbeat, ''",
        "verify, ''",
        "verify, /properties/questions/items",
        "verdict, ''",
        "verdict, /properties/answers/items",
    })
    void schemaDescribesEachMemberAndNoOther(String schema, String part) throws IOException {
        var type =
                switch (schema + part) {
                    case "job" -> JobMessage.class;
                    case "status" -> StatusMessage.class;
                    case "log" -> LogMessage.class;
                    case "registration" -> RegistrationMessage.class;
                    case "heartbeat" -> HeartbeatMessage.class;
                    case "verify" -> VerifyMessage.class;
                    case "verdict" -> VerdictMessage.class;
                    case "verify/properties/questions/items" -> VerifyMessage.Question.class;
                    case "verdict/properties/answers/items" -> VerdictMessage.Answer.class;
                    case "status/properties/reports/items" -> StatusMessage.Report.class;
                    case "log/properties/lines/items" -> LogMessage.Line.class;
                    default -> RegistrationMessage.Consumer.class;
                };

        var properties = schema(schema).at(part + "/properties");

        assertThat(properties.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(type.getRecordComponents()).map(c -> c.getName()).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "job, '', occurrenceId, 7",
        "job, '', occurrenceId, '\"019be520\"'",
        "job, '', jobType, '\"SendEmail\"'",
        "job, '', attempt, 0",
        "job, '', attempt, 1.5",
        "job, '', copy, 3",
        "job, '', plannedAt, '\"2026-01-22T10:00:00Z\"'",
        "job, '', publishedAt, '\"2026-01-22T11:00:00.000+01:00\"'",
        "job, '', data, '\"{}\"'",
        "job, '', generation, null",
        "status, '', reports, '[]'",
        "status, /reports/0, state, 0",
        "status, /reports/0, state, 6",
        "status, /reports/0, endedAt, '\"2026-01-22T10:00:01.530Z\"'",
        "status, /reports/1, progress, 101",
        "status, /reports/1, permanent, null",
        "status, /reports/0, executing, true",
        "status, /reports/1, executing, false",
        "log, /lines/0, level, '\"info\"'",
        "log, /lines/0, seq, 0",
        "registration, /consumers/0, maxParallelJobs, 0",
        "heartbeat, '', runningJobs, -1",
        "heartbeat, '', draining, null",
        "verify, '', questions, '[]'",
        "verify, /questions/0, attempt, 0",
        "verdict, /answers/0, run, '\"RUN\"'",
    })
    void schemaRefusesWhatBreaksTheProtocol(String schema, String part, String member, String value)
            throws IOException {
        JsonNode message = example(schema);
        ((ObjectNode) message.at(part)).set(member, JSON.readTree(value));

        assertThat(errors(schema, message)).isNotEmpty();
    }

    @Test
    void membersThatAreNotKnownAreIgnored() throws Exception {
        for (var name :
                List.of("job", "status", "log", "registration", "heartbeat", "verify", "verdict")) {
            var message = (ObjectNode) example(name);
            message.put("addedLater", true);

            assertThat(errors(name, message)).isEmpty();
        }
    }

    @Test
    void documentNamesWhatTheCodeUses() throws IOException {
        var document = Files.readString(DOCS.resolve("worker-protocol.md"));
        var keys = new RedisKeys(RedisKeys.DEFAULT_PREFIX);

        assertThat(document)
                .contains(
                        BrokerNames.JOB_EXCHANGE,
                        BrokerNames.DEAD_LETTER_EXCHANGE,
                        BrokerNames.DEAD_LETTER_QUEUE,
                        BrokerNames.REASON_HEADER,
                        BrokerNames.STATUS_QUEUE,
                        BrokerNames.LOG_QUEUE,
                        BrokerNames.REGISTRATION_QUEUE,
                        BrokerNames.HEARTBEAT_QUEUE,
                        BrokerNames.VERIFY_QUEUE,
                        BrokerNames.jobQueue(null, "sendemail"),
                        BrokerNames.jobBinding(null, "sendemail"),
                        BrokerNames.jobQueue(GROUP, "sendemail"),
                        BrokerNames.jobBinding(GROUP, "sendemail"),
                        BrokerNames.routingKey(null, "sendemail", RUN),
                        JobType.FORM.pattern(),
                        keys.prefix(),
                        keys.claim(RUN),
                        unprefixed(keys.generation()),
                        unprefixed(keys.worker("<instanceId>")),
                        unprefixed(keys.drains()),
                        unprefixed(keys.cancellationChannel()));
        for (var state : OccurrenceState.values()) {
            assertThat(document)
                    .containsPattern("\\| " + state.code() + " +\\| \\w+ +\\| " + state.rank());
        }
    }

    @Test
    void documentNamesTheLimitsOfTheCode() throws IOException {
        assertThat(List.of(WireLimits.ERROR_BYTES, WireLimits.LOG_LINE_BYTES))
                .containsOnly(WireLimits.RESULT_BYTES);
        assertThat(Files.readString(DOCS.resolve("worker-protocol.md")))
                .contains(
                        "| result, error, a log line | %d KiB each |"
                                .formatted(WireLimits.RESULT_BYTES >> 10),
                        "| progress text | %,d bytes |".formatted(WireLimits.PROGRESS_TEXT_BYTES),
                        "| log of an attempt | %,d lines, %d MiB |"
                                .formatted(WireLimits.LOG_LINES, WireLimits.LOG_BYTES >> 20),
                        "| `refusing` | %d bytes |".formatted(WireLimits.REFUSING_BYTES),
                        "| reports, lines, questions or answers of a message | %,d, %d MiB |"
                                .formatted(
                                        WireLimits.MESSAGE_ENTRIES,
                                        WireLimits.MESSAGE_BYTES >> 20));
    }

    private static String unprefixed(String key) {
        return "`" + key.substring(RedisKeys.DEFAULT_PREFIX.length()) + "`";
    }

    private static List<Error> errors(String schema, JsonNode message) throws IOException {
        return SCHEMAS.getSchema(schema(schema)).validate(message);
    }

    private static JsonNode schema(String name) throws IOException {
        return JSON.readTree(DOCS.resolve("schema/" + name + ".schema.json").toFile());
    }

    private static JsonNode example(String name) throws IOException {
        return JSON.readTree(DOCS.resolve("schema/examples/" + name + ".json").toFile());
    }

    private static Instant at(String time) {
        return Instant.parse("2026-01-22T" + time + "Z");
    }

    private static JobMessage job() {
        return new JobMessage(
                RUN,
                JOB,
                "Morning mail",
                "sendemail",
                GROUP,
                3,
                at("10:00:00"),
                2,
                1,
                at("10:00:07.412"),
                GENERATION,
                true,
                60,
                "ann",
                "{\"to\":\"ann@example.org\",\"subject\":\"Grüße\","
                        + "\"copies\":12345678901234567890}");
    }

    private static JobMessage jobWithoutOptions() {
        return new JobMessage(
                RUN,
                JOB,
                "Noop",
                "noop",
                null,
                0,
                at("10:00:00"),
                1,
                1,
                at("10:00:00.003"),
                GENERATION,
                true,
                null,
                null,
                null);
    }

    private static StatusMessage status() {
        return new StatusMessage(
                INSTANCE,
                GROUP,
                List.of(
                        new StatusMessage.Report(
                                RUN,
                                1,
                                OccurrenceState.RUNNING,
                                at("10:00:00.003"),
                                at("10:00:00.010"),
                                null,
                                null,
                                40,
                                "4 of 10",
                                null,
                                null,
                                null,
                                false,
                                null,
                                null,
                                null),
                        new StatusMessage.Report(
                                RUN,
                                1,
                                OccurrenceState.FAILED,
                                at("10:00:00.003"),
                                at("10:00:00.010"),
                                at("10:00:01.530"),
                                1_520L,
                                null,
                                null,
                                null,
                                "connection refused",
                                "java.net.ConnectException",
                                false,
                                5,
                                10,
                                null),
                        new StatusMessage.Report(
                                RUN,
                                2,
                                OccurrenceState.COMPLETED,
                                at("10:00:07.412"),
                                at("10:00:07.420"),
                                at("10:00:07.900"),
                                480L,
                                null,
                                null,
                                "1 mail sent",
                                null,
                                null,
                                false,
                                null,
                                null,
                                null)));
    }

    private static StatusMessage timedOutAndReturnedLater() {
        return new StatusMessage(
                INSTANCE, GROUP, List.of(timedOut(32_000, true), timedOut(75_000, null)));
    }

    private static StatusMessage.Report timedOut(long millis, Boolean executing) {
        var started = at("10:00:00.010");
        return new StatusMessage.Report(
                RUN,
                1,
                OccurrenceState.TIMED_OUT,
                at("10:00:00.003"),
                started,
                started.plusMillis(millis),
                millis,
                null,
                null,
                null,
                "the attempt took longer than it may, and the job did not stop within 30 s",
                StatusMessage.ABANDONED,
                false,
                null,
                null,
                executing);
    }

    private static StatusMessage cancelledBeforeItStarted() {
        return new StatusMessage(
                INSTANCE,
                null,
                List.of(
                        new StatusMessage.Report(
                                RUN,
                                1,
                                OccurrenceState.CANCELLED,
                                at("10:00:00.003"),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                false,
                                null,
                                null,
                                null)));
    }

    private static LogMessage log() {
        return new LogMessage(
                INSTANCE,
                List.of(
                        new LogMessage.Line(
                                RUN, 2, 1, at("10:00:07.430"), "INFO", "to ann@example.org"),
                        new LogMessage.Line(RUN, 2, 2, at("10:00:07.890"), "WARN", "slow server")));
    }

    private static RegistrationMessage registration() {
        return new RegistrationMessage(
                INSTANCE,
                GROUP,
                "node-7",
                "1.4.0",
                at("09:00:00"),
                100,
                List.of(
                        new RegistrationMessage.Consumer(
                                "sendemail", "org.example.SendEmailJob", 20, 60, 5, 10),
                        new RegistrationMessage.Consumer(
                                "noop", "org.example.NoopJob", 100, null, null, null)));
    }

    private static VerifyMessage verify() {
        return new VerifyMessage(INSTANCE, List.of(new VerifyMessage.Question(RUN, 2)));
    }

    private static VerdictMessage verdict() {
        return new VerdictMessage(List.of(new VerdictMessage.Answer(RUN, 2, true)));
    }

    private static HeartbeatMessage heartbeat() {
        return new HeartbeatMessage(
                INSTANCE, GROUP, at("10:00:05"), 3, 1, "the local store is full", false, true);
    }
}
