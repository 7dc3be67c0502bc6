package io.milvaion.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.tests.server.Services;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sends every bad value to every write endpoint: each time a problem document with the right status
 * that names the field, and nothing is stored.
 */
@ExtendWith(ArquillianExtension.class)
class BadInputIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final int LIMIT = 2 * 1024 * 1024;

    private static URI node;
    private static String jobId;
    private static String marker;

    @ArquillianResource URL root;

    /** A way to send a job. */
    enum Endpoint {
        POST("POST", "application/json"),
        PUT("PUT", "application/json"),
        PATCH("PATCH", MERGE_PATCH);

        private final String method;
        private final String mediaType;

        Endpoint(String method, String mediaType) {
            this.method = method;
            this.mediaType = mediaType;
        }

        private String path() {
            return this == POST ? "/api/v1/jobs" : "/api/v1/jobs/" + jobId;
        }
    }

    @BeforeEach
    void aJobExists() throws Exception {
        if (jobId != null) {
            return;
        }
        node = root.toURI();
        marker = "bad-input-" + UUID.randomUUID();
        var created = send("POST", "/api/v1/jobs", "application/json", text(job("")));
        assertThat(created.statusCode()).isEqualTo(201);
        jobId = body(created).get("id").textValue();
    }

    @AfterAll
    static void nothingOfItWasStored() throws Exception {
        var job = body(send("GET", "/api/v1/jobs/" + jobId, null, BodyPublishers.noBody()));
        var jobs = body(send("GET", "/api/v1/jobs?tag=" + marker, null, BodyPublishers.noBody()));
        var runs =
                body(
                        send(
                                "GET",
                                "/api/v1/occurrences?jobId=" + jobId,
                                null,
                                BodyPublishers.noBody()));
        send("DELETE", "/api/v1/jobs/" + jobId, null, BodyPublishers.noBody());

        assertThat(job.get("version").intValue()).isEqualTo(1);
        assertThat(jobs.get("total").intValue()).isEqualTo(1);
        assertThat(runs.get("items")).isEmpty();
    }

    /** Members that replace or join those of a good job, and the field that must be named. */
    static Stream<Arguments> badMembers() {
        var table =
                new String[][] {
                    {"\"displayName\":\"\"", "displayName"},
                    {"\"displayName\":\"  \"", "displayName"},
                    {"\"displayName\":null", "displayName"},
                    {"\"displayName\":7", "displayName"},
                    {"\"displayName\":true", "displayName"},
                    {"\"displayName\":\"" + "x".repeat(201) + "\"", "displayName"},
                    {"\"displayName\":\"a\\u0000b\"", "displayName"},
                    {"\"displayName\":\"\\ud800\"", "displayName"},
                    {"\"description\":1", "description"},
                    {"\"description\":\"" + "x".repeat(4_001) + "\"", "description"},
                    {"\"tags\":\"a\"", "tags"},
                    {"\"tags\":{}", "tags"},
                    {"\"tags\":[\"a\",2]", "tags[1]"},
                    {"\"tags\":[\"\"]", "tags[0]"},
                    {"\"tags\":[\"" + "x".repeat(101) + "\"]", "tags[0]"},
                    {"\"tags\":[" + "\"x\",".repeat(50) + "\"x\"]", "tags"},
                    {"\"tags\":[\"\\u0000\"]", "tags[0]"},
                    {"\"workerGroup\":\"Group A\"", "workerGroup"},
                    {"\"workerGroup\":\"\"", "workerGroup"},
                    {"\"workerGroup\":1", "workerGroup"},
                    {"\"jobType\":null", "jobType"},
                    {"\"jobType\":\"SendEmailJob\"", "jobType"},
                    {"\"jobType\":\"a.b\"", "jobType"},
                    {"\"jobType\":\"a*#\"", "jobType"},
                    {"\"jobType\":\"'; drop table jobs; --\"", "jobType"},
                    {"\"jobType\":\"" + "x".repeat(81) + "\"", "jobType"},
                    {"\"jobData\":[]", "jobData"},
                    {"\"jobData\":\"{}\"", "jobData"},
                    {"\"jobData\":1", "jobData"},
                    {"\"jobData\":{\"a\":{\"b\":\"\\u0000\"}}", "jobData.a.b"},
                    {"\"jobData\":{\"a\":\"" + "x".repeat(1024 * 1024) + "\"}", "jobData"},
                    {"\"cronExpression\":null", "schedule"},
                    {"\"schedule\":\"none\"", "schedule"},
                    {"\"cronExpression\":\"\"", "cronExpression"},
                    {"\"cronExpression\":5", "cronExpression"},
                    {"\"cronExpression\":\"* * *\"", "cronExpression"},
                    {"\"cronExpression\":\"60 * * * *\"", "cronExpression.minute"},
                    {"\"cronExpression\":\"0 24 * * *\"", "cronExpression.hour"},
                    {"\"cronExpression\":\"0 0 30 2 *\"", "cronExpression"},
                    {"\"cronExpression\":\"0 0 * * FOO\"", "cronExpression.dayOfWeek"},
                    {"\"cronExpression\":\"@never\"", "cronExpression"},
                    {"\"executeAt\":\"2099-01-01T00:00:00Z\"", "cronExpression"},
                    {"\"cronExpression\":null,\"executeAt\":\"2001-01-01T00:00:00Z\"", "executeAt"},
                    {"\"cronExpression\":null,\"executeAt\":\"2999-01-01T00:00:00Z\"", "executeAt"},
                    {"\"cronExpression\":null,\"executeAt\":\"tomorrow\"", "executeAt"},
                    {"\"cronExpression\":null,\"executeAt\":\"2030-01-01\"", "executeAt"},
                    {"\"cronExpression\":null,\"executeAt\":1893456000", "executeAt"},
                    {
                        "\"cronExpression\":null,\"executeAt\":\"+99999999-01-01T00:00:00Z\"",
                        "executeAt"
                    },
                    {"\"cronExpression\":null,\"executeAt\":\"1969-12-31T23:59:59Z\"", "executeAt"},
                    {"\"id\":\"00000000-0000-0000-0000-000000000000\"", "id"},
                    {"\"version\":7", "version"},
                    {"\"nextRunAt\":\"2999-01-01T00:00:00.000Z\"", "nextRunAt"},
                    {"\"createdAt\":null", "createdAt"},
                    {"\"timeZone\":\"Mars/Base\"", "timeZone"},
                    {"\"timeZone\":\"\"", "timeZone"},
                    {"\"timeZone\":1", "timeZone"},
                    {"\"active\":\"true\"", "active"},
                    {"\"active\":1", "active"},
                    {"\"concurrentExecutionPolicy\":3", "concurrentExecutionPolicy"},
                    {"\"concurrentExecutionPolicy\":-1", "concurrentExecutionPolicy"},
                    {"\"concurrentExecutionPolicy\":\"0\"", "concurrentExecutionPolicy"},
                    {"\"concurrentExecutionPolicy\":0.0", "concurrentExecutionPolicy"},
                    {"\"maxConcurrent\":2", "maxConcurrent"},
                    {"\"concurrentExecutionPolicy\":2,\"maxConcurrent\":0", "maxConcurrent"},
                    {"\"timeoutSeconds\":0", "timeoutSeconds"},
                    {"\"timeoutSeconds\":604801", "timeoutSeconds"},
                    {"\"timeoutSeconds\":1.5", "timeoutSeconds"},
                    {"\"timeoutSeconds\":99999999999", "timeoutSeconds"},
                    {"\"maxRetries\":-1", "maxRetries"},
                    {"\"maxRetries\":101", "maxRetries"},
                    {"\"maxRetries\":\"3\"", "maxRetries"},
                    {"\"retryBaseSeconds\":0", "retryBaseSeconds"},
                    {"\"retryBaseSeconds\":86401", "retryBaseSeconds"},
                    {"\"misfirePolicy\":\"never\"", "misfirePolicy"},
                    {"\"misfirePolicy\":\"once \"", "misfirePolicy"},
                    {"\"misfirePolicy\":0", "misfirePolicy"},
                    {"\"dstGap\":\"first\"", "dstGap"},
                    {"\"dstOverlap\":\"shift\"", "dstOverlap"},
                    {"\"onWorkerLost\":\"ignore\"", "onWorkerLost"},
                    {"\"onAbandoned\":\"go on\"", "onAbandoned"},
                    {"\"onAbandoned\":\"Waits\"", "onAbandoned"},
                    {"\"onAbandoned\":0", "onAbandoned"},
                    {"\"autoDisableAfter\":-1", "autoDisableAfter"},
                    {"\"autoDisableAfter\":101", "autoDisableAfter"},
                    {"\"autoDisableAfter\":\"5\"", "autoDisableAfter"},
                    {"\"autoDisableWindowSeconds\":0", "autoDisableWindowSeconds"},
                    {"\"autoDisableWindowSeconds\":2592001", "autoDisableWindowSeconds"},
                    {"\"autoEnableAfterSeconds\":0", "autoEnableAfterSeconds"},
                    {"\"autoEnableAfterSeconds\":1.5", "autoEnableAfterSeconds"},
                    {"\"displayname\":\"x\"", "displayname"},
                    {"\"<script>\":1", "<script>"},
                };
        return Stream.of(Endpoint.values())
                .flatMap(
                        endpoint ->
                                Stream.of(table)
                                        .map(row -> Arguments.of(endpoint, row[0], row[1])));
    }

    @ParameterizedTest(name = "{0} {2} {index}")
    @MethodSource("badMembers")
    void aBadMemberIsRefusedAndNamed(Endpoint endpoint, String members, String field)
            throws Exception {
        // the text of the member repeats none of the good ones: it comes instead of them
        var answer =
                send(
                        endpoint.method,
                        endpoint.path(),
                        endpoint.mediaType,
                        text(endpoint == Endpoint.PATCH ? "{" + members + "}" : job(members)));

        assertProblem(answer, 400);
        assertThat(fields(answer)).contains(field);
    }

    /** Whole bodies, the status and the field that must be named. */
    static Stream<Arguments> badBodies() {
        var table =
                List.of(
                        Arguments.of("", 400, ""),
                        Arguments.of("null", 400, ""),
                        Arguments.of("[]", 400, ""),
                        Arguments.of("\"text\"", 400, ""),
                        Arguments.of("7", 400, ""),
                        Arguments.of("{", 400, ""),
                        Arguments.of("{\"a\":}", 400, "a"),
                        Arguments.of("{\"a\":1,\"a\":2}", 400, "a"),
                        Arguments.of("{\"data\":{\"a\":1,\"a\":2}}", 400, "data.a"),
                        Arguments.of("{} {}", 400, ""),
                        Arguments.of("{}x", 400, ""),
                        Arguments.of("[".repeat(100_000), 400, null),
                        Arguments.of("{\"a\":".repeat(70) + "1" + "}".repeat(70), 400, null),
                        Arguments.of("{\"a\":\"" + "x".repeat(LIMIT) + "\"}", 413, null));
        return withTrigger()
                .flatMap(
                        target ->
                                table.stream()
                                        .filter(row -> !mayBeEmpty(target, row))
                                        .map(row -> join(target, row)));
    }

    @ParameterizedTest(name = "{0} {1} {index}")
    @MethodSource("badBodies")
    void aBadBodyIsRefused(
            String method, String path, String mediaType, String body, int status, String field)
            throws Exception {
        for (BodyPublisher publisher :
                List.of(text(body), chunked(body.getBytes(StandardCharsets.UTF_8)))) {
            var answer = send(method, resolve(path), mediaType, publisher);

            assertProblem(answer, status);
            if (field != null) {
                assertThat(fields(answer)).contains(field);
            }
        }
    }

    static Stream<Arguments> targets() {
        return withTrigger();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("targets")
    void aBodyThatIsNotUtf8IsRefused(String method, String path, String mediaType)
            throws Exception {
        var latin1 = "{\"data\":{\"a\":\"é\"}}".getBytes(StandardCharsets.ISO_8859_1);
        var utf16 = "{\"data\":{}}".getBytes(StandardCharsets.UTF_16LE);

        for (byte[] body : List.of(latin1, utf16)) {
            assertProblem(
                    send(method, resolve(path), mediaType, BodyPublishers.ofByteArray(body)), 400);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("targets")
    void anotherMediaTypeIsRefused(String method, String path, String mediaType) throws Exception {
        assertProblem(send(method, resolve(path), "text/xml", text("<job/>")), 415);
    }

    @Test
    void triggersRefuseBadDataAndKeys() throws Exception {
        var path = "/api/v1/jobs/" + jobId + "/trigger";
        var big = "{\"data\":{\"a\":\"" + "x".repeat(1024 * 1024) + "\"}}";

        assertNames(send("POST", path, "application/json", text("{\"data\":[]}")), "data");
        assertNames(send("POST", path, "application/json", text("{\"data\":\"x\"}")), "data");
        assertNames(send("POST", path, "application/json", text("{\"date\":{}}")), "date");
        assertNames(
                send("POST", path, "application/json", text("{\"data\":{\"a\":\"\\u0000\"}}")),
                "data.a");
        assertNames(send("POST", path, "application/json", text(big)), "data");
        var key =
                request("POST", path, "application/json", text("{}"))
                        .header("Idempotency-Key", "x".repeat(201));
        assertNames(CLIENT.send(key.build(), BodyHandlers.ofString()), "Idempotency-Key");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/occurrences/{id}/retry   | {'data':[]}                        | data",
                "/occurrences/{id}/retry   | {'data':{'a':'\\u0000'}}           | data.a",
                "/occurrences/{id}/retry   | {'date':{}}                        | date",
                "/occurrences/1/retry             | {}                                 | id",
                "/failed-occurrences/{id}/resolve | {'note':1}                         | note",
                "/failed-occurrences/{id}/resolve | {'note':'\\u0000'}                 | note",
                "/failed-occurrences/{id}/resolve | {'by':'me'}                        | by",
                "/failed-occurrences/resolve      | {}                                 | filter",
                "/failed-occurrences/resolve      | {'filter':[]}                      | filter",
                "/failed-occurrences/resolve      | {'filter':{'jobid':'x'}}           | filter.jobid",
                "/failed-occurrences/resolve      | {'filter':{'jobId':'x'}}           | filter.jobId",
                "/failed-occurrences/resolve      | {'filter':{},'note':true}          | note",
                "/failed-occurrences/delete       | {'filter':null}                    | filter",
                "/failed-occurrences/delete       | {'filter':{'state':2}}             | filter.state",
                "/failed-occurrences/delete       | {'filter':{'state':'3'}}           | filter.state",
                "/failed-occurrences/delete       | {'filter':{'cause':'bad'}}         | filter.cause",
                "/failed-occurrences/delete       | {'filter':{'group':'x'}}           | filter.group",
                "/failed-occurrences/delete       | {'filter':{'resolved':'no'}}       | filter.resolved",
                "/failed-occurrences/delete       | {'filter':{'from':'today'}}        | filter.from",
                "/failed-occurrences/delete       | {'filter':{'jobType':'A b'}}       | filter.jobType",
                "/failed-occurrences/resolve      | {'filter':{'group':null}}          | filter.group",
                "/failed-occurrences/resolve      | {'filter':{'q':''}}                | filter.q",
                "/failed-occurrences/resolve      | {'filter':{}}                      | filter",
                "/failed-occurrences/delete       | {'filter':{'to':null,'state':3}}   | filter.to",
                "/failed-occurrences/delete       | {'filter':{'from':'+900000000-01-01T00:00:00Z'}} | filter.from",
                "/failed-occurrences/delete       | {'filter':{'to':'1969-12-31T23:59:59Z'}} | filter.to",
                "/failed-occurrences/delete       | {'filter':{'state':3},'all':true}  | filter",
                "/dead-letters/delete             | {'filter':{}}                      | filter",
                "/dead-letters/delete             | {'filter':{'queue':' '}}           | filter.queue",
                "/dead-letters/delete             | {'filter':{'queue':'x'},'all':null} | all",
                "/dead-letters/delete             | {}                                 | filter",
                "/dead-letters/delete             | {'filter':{'reason':7}}            | filter.reason",
                "/replays                         | {}                                 | filter",
                "/replays                         | {'filter':{},'occurrenceIds':[]}   | filter",
                "/replays                         | {'filter':{}}                      | filter",
                "/replays                         | {'filter':{'jobId':''}}            | filter.jobId",
                "/replays                         | {'filter':{'jobType':'a'},'occurrenceIds':null} | occurrenceIds",
                "/replays                         | {'occurrenceIds':['{id}'],'all':true} | all",
                "/replays                         | {'occurrenceIds':[]}               | occurrenceIds",
                "/replays                         | {'occurrenceIds':['x']}            | occurrenceIds[0]",
                "/replays                         | {'occurrenceIds':['{id}']}         | occurrenceIds[0]",
                "/replays                         | {'filter':{'q':1}}                 | filter.q",
                "/replays                         | {'filter':{},'ratePerSecond':0}    | ratePerSecond",
                "/replays                         | {'filter':{},'ratePerSecond':1001} | ratePerSecond",
                "/replays                         | {'filter':{},'ratePerSecond':1.5}  | ratePerSecond",
                "/replays                         | {'filter':{},'data':1}             | data",
                "/replays                         | {'filter':{},'dataPatch':[]}       | dataPatch",
                "/replays                         | {'filter':{},'data':{},'dataPatch':{}} | dataPatch",
                "/replays                         | {'filter':{},'note':{}}            | note",
                "/replays                         | {'filter':{},'rate':1}             | rate",
            })
    void badMembersAboutFailuresAreNamed(String path, String body, String field) throws Exception {
        var answer =
                send(
                        "POST",
                        resolve(path),
                        "application/json",
                        text(body.replace('\'', '"').replace("{id}", jobId)));

        assertNames(answer, field);
    }

    @Test
    void anEmergencyStopNeedsAReason() throws Exception {
        var stop = "/api/v1/admin/dispatch/stop";
        var long501 = "{\"reason\":\"" + "x".repeat(501) + "\"}";

        for (String body :
                List.of(
                        "{}",
                        "{\"reason\":null}",
                        "{\"reason\":\"\"}",
                        "{\"reason\":\" \"}",
                        "{\"reason\":7}",
                        "{\"reason\":\"\\u0000\"}",
                        long501)) {
            assertNames(send("POST", stop, "application/json", text(body)), "reason");
        }
        assertNames(
                send("POST", stop, "application/json", text("{\"reason\":\"x\",\"by\":\"y\"}")),
                "by");
        assertNames(
                send("POST", "/api/v1/admin/dispatch/resume", "application/json", text(long501)),
                "reason");
        assertThat(body(get("/admin/dispatch")).get("stopped").booleanValue()).isFalse();
    }

    @Test
    void badParametersAreNamed() throws Exception {
        assertNames(get("/jobs?page=x"), "page");
        assertNames(get("/jobs?page=-1"), "page");
        assertNames(get("/jobs?size=201"), "size");
        assertNames(get("/jobs?limit=201"), "limit");
        assertNames(get("/jobs?page=1&limit=5"), "page");
        assertNames(get("/jobs?sort=password"), "sort");
        assertNames(get("/jobs?active=1"), "active");
        assertNames(get("/jobs?q=%00"), "q");
        assertNames(get("/jobs?q=%FF"), "q");
        assertNames(get("/jobs?sise=3"), "sise");
        assertNames(get("/jobs?q="), "q");
        assertNames(get("/failed-occurrences?jobId="), "jobId");
        assertNames(get("/occurrences?from=%2B900000000-01-01T00:00:00Z"), "from");
        assertNames(get("/jobs/1"), "id");
        assertNames(get("/jobs/1-1-1-1-1"), "id");
        assertNames(get("/occurrences?state=7"), "state");
        assertNames(get("/occurrences?state=skipped"), "state");
        assertNames(get("/occurrences?state=failed,unknown"), "state");
        assertNames(get("/missed-runs?reason=beyond"), "reason");
        assertNames(get("/skipped-runs?reason=late"), "reason");
        assertNames(get("/admin/repairs?kind=gates"), "kind");
        assertNames(get("/occurrences?jobId=1"), "jobId");
        assertNames(get("/occurrences?after=x"), "after");
        assertNames(get("/occurrences?from=yesterday"), "from");
        assertNames(get("/occurrences?limit=0"), "limit");
        assertNames(get("/occurrences/x/logs"), "id");
        assertNames(get("/occurrences/" + UUID.randomUUID() + "/logs?after=1"), "after");
        assertNames(get("/occurrences/" + UUID.randomUUID() + "/logs?line=2"), "attempt");
        assertNames(get("/occurrences/" + UUID.randomUUID() + "/logs?attempt=1&line=0"), "line");
        assertNames(get("/occurrences/" + UUID.randomUUID() + "/logs/search?level=loud"), "level");
        assertNames(get("/jobs/1/versions"), "id");
        assertNames(get("/jobs/" + jobId + "/versions?after=x"), "after");
        assertNames(get("/jobs/" + jobId + "/versions?limit=0"), "limit");
        assertNames(get("/jobs/" + jobId + "/versions/0"), "version");
        assertNames(get("/jobs/" + jobId + "/versions/x/diff"), "version");
        assertNames(get("/jobs/" + jobId + "/versions/1/diff?to=0"), "to");
        assertNames(get("/skipped-runs?jobId=x"), "jobId");
        assertNames(get("/failed-occurrences?state=2"), "state");
        assertNames(get("/failed-occurrences?state=completed"), "state");
        assertNames(get("/admin/dispatch/history?after=1"), "after");
        assertNames(get("/admin/dispatch/history?limit=201"), "limit");
        assertNames(get("/failed-occurrences?cause=bad"), "cause");
        assertNames(get("/failed-occurrences?group=x"), "group");
        assertNames(get("/failed-occurrences?resolved=1"), "resolved");
        assertNames(get("/failed-occurrences?jobType=A+b"), "jobType");
        assertNames(
                get("/failed-occurrences?from=2030-01-02T00:00:00Z&to=2030-01-01T00:00:00Z"), "to");
        assertNames(get("/failed-occurrences/groups?after=1"), "after");
        assertNames(get("/failed-occurrences/groups?limit=201"), "limit");
        assertNames(get("/dead-letters?after=1"), "after");
        assertNames(get("/dead-letters/1"), "id");
        assertNames(get("/replays?state=open"), "state");
        assertNames(get("/replays/1"), "id");
        assertNames(get("/cron/preview"), "expression");
        assertNames(get("/cron/preview?expression=61+*+*+*+*"), "expression.minute");
        assertNames(get("/cron/preview?expression=*+*+*+*+*&zone=x"), "zone");
        assertNames(get("/cron/preview?expression=*+*+*+*+*&count=101"), "count");
        assertNames(get("/cron/preview?expression=*+*+*+*+*&dstGap=x"), "dstGap");
        var stale =
                request("PUT", "/api/v1/jobs/" + jobId, "application/json", text(job("")))
                        .header("If-Match", "1");
        assertNames(CLIENT.send(stale.build(), BodyHandlers.ofString()), "If-Match");
    }

    @Test
    void otherErrorsAreProblemsToo() throws Exception {
        var nobody = BodyPublishers.noBody();
        var unknown = UUID.randomUUID();

        assertProblem(get("/nothing"), 404);
        assertProblem(send("GET", "/nothing", null, nobody), 404);
        assertProblem(get("/jobs/" + unknown), 404);
        assertProblem(get("/occurrences/" + unknown), 404);
        for (var of : List.of("/logs", "/logs/outline", "/logs/search?q=x", "/neighbours")) {
            assertProblem(get("/occurrences/" + unknown + of), 404);
        }
        assertProblem(send("POST", "/api/v1/jobs/" + unknown + "/trigger", null, nobody), 404);
        assertProblem(
                send("POST", "/api/v1/occurrences/" + unknown + "/cancel", null, nobody), 404);
        assertProblem(send("DELETE", "/api/v1/jobs/" + unknown, null, nobody), 404);
        assertProblem(get("/jobs/" + unknown + "/versions"), 404);
        assertProblem(get("/jobs/" + unknown + "/versions/1"), 404);
        assertProblem(get("/jobs/" + jobId + "/versions/1/diff"), 404);
        var restore = "/api/v1/jobs/" + jobId + "/versions/";
        assertProblem(send("POST", restore + "99/restore", null, nobody), 404);
        assertNames(send("POST", restore + "-1/restore", null, nobody), "version");
        for (var thing : List.of("failed-occurrences", "dead-letters", "replays")) {
            assertProblem(get("/" + thing + "/" + unknown), 404);
        }
        for (var thing : List.of("failed-occurrences", "dead-letters")) {
            assertProblem(send("DELETE", "/api/v1/" + thing + "/" + unknown, null, nobody), 404);
        }
        for (var path : List.of("occurrences/%s/retry", "failed-occurrences/%s/resolve")) {
            assertProblem(
                    send("POST", "/api/v1/" + path.formatted(unknown), "application/json", nobody),
                    404);
        }
        for (var verb : List.of("pause", "resume", "cancel")) {
            assertProblem(
                    send("POST", "/api/v1/replays/" + unknown + "/" + verb, null, nobody), 404);
        }
        assertProblem(
                send("PUT", "/api/v1/jobs/" + unknown, "application/json", text(job(""))), 404);
        var notAllowed = send("DELETE", "/api/v1/jobs", null, nobody);
        assertProblem(notAllowed, 405);
        assertThat(notAllowed.headers().firstValue("Allow").orElse("")).contains("POST");
        var html = request("GET", "/api/v1/jobs", null, nobody).header("Accept", "text/html");
        assertProblem(CLIENT.send(html.build(), BodyHandlers.ofString()), 406);
        var stale =
                request("PATCH", "/api/v1/jobs/" + jobId, MERGE_PATCH, text("{\"tags\":[]}"))
                        .header("If-Match", "\"99\"");
        assertProblem(CLIENT.send(stale.build(), BodyHandlers.ofString()), 412);
    }

    @Test
    void strangeNamesAreStoredAsTheyAre() throws Exception {
        var name = "'; drop table jobs; -- <script>alert(1)</script> \uD83D\uDE00 \u202E";
        var body = JSON.readTree(job(""));
        ((ObjectNode) body).put("displayName", name).remove("tags");

        var created = send("POST", "/api/v1/jobs", "application/json", text(body.toString()));
        var id = body(created).get("id").textValue();
        var read = body(get("/jobs/" + id));
        send("DELETE", "/api/v1/jobs/" + id, null, BodyPublishers.noBody());

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(read.get("displayName").textValue()).isEqualTo(name);
    }

    private static Stream<Arguments> withTrigger() {
        return Stream.concat(
                Stream.of(Endpoint.values())
                        .map(
                                e ->
                                        Arguments.of(
                                                e.method,
                                                e == Endpoint.POST ? "/jobs" : "/jobs/{id}",
                                                e.mediaType)),
                Stream.of(
                                "/jobs/{id}/trigger",
                                "/admin/dispatch/stop",
                                "/admin/dispatch/resume",
                                "/occurrences/{id}/retry",
                                "/failed-occurrences/{id}/resolve",
                                "/failed-occurrences/resolve",
                                "/failed-occurrences/delete",
                                "/dead-letters/delete",
                                "/replays")
                        .map(path -> Arguments.of("POST", path, "application/json")));
    }

    private static boolean mayBeEmpty(Arguments target, Arguments row) {
        return target.get()[1]
                        .toString()
                        .matches(".*/([{]id[}]/(trigger|retry|resolve)|dispatch/resume)")
                && "".equals(row.get()[0]);
    }

    private static Arguments join(Arguments target, Arguments row) {
        var joined = new ArrayList<>(List.of(target.get()));
        joined.addAll(Arrays.asList(row.get()));
        return Arguments.of(joined.toArray());
    }

    private static String resolve(String path) {
        return "/api/v1" + path.replace("{id}", jobId);
    }

    /** A good job in which the given members come instead of its own. */
    private static String job(String members) throws IOException {
        var job =
                (ObjectNode)
                        JSON.readTree(
                                """
                                {"displayName":"bad input","jobType":"nobodyrunsthis",
                                 "cronExpression":"0 0 1 1 *"}""");
        job.putArray("tags").add(marker);
        var other = (ObjectNode) JSON.readTree("{" + members + "}");
        other.fieldNames().forEachRemaining(job::remove);
        var rest = job.toString();
        var comma = job.isEmpty() || members.isEmpty() ? "" : ",";
        return rest.substring(0, rest.length() - 1) + comma + members + "}";
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send("GET", "/api/v1" + path, null, BodyPublishers.noBody());
    }

    private static HttpResponse<String> send(
            String method, String path, String mediaType, BodyPublisher body) throws Exception {
        return CLIENT.send(request(method, path, mediaType, body).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(
            String method, String path, String mediaType, BodyPublisher body) {
        var request =
                HttpRequest.newBuilder(node.resolve(path))
                        .header("Authorization", Services.rootKey().authorization())
                        .method(method, body);
        return mediaType == null ? request : request.header("Content-Type", mediaType);
    }

    private static BodyPublisher text(String body) {
        return BodyPublishers.ofString(body);
    }

    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    private static void assertNames(HttpResponse<String> answer, String field) throws IOException {
        assertProblem(answer, 400);
        assertThat(fields(answer)).contains(field);
    }

    private static void assertProblem(HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        var problem = body(answer);
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("title").textValue()).isNotBlank();
        assertThat(problem.get("type").textValue()).isNotBlank();
        assertThat(problem.get("detail").textValue()).isNotBlank().doesNotContain("Exception");
    }

    private static List<String> fields(HttpResponse<String> answer) throws IOException {
        return body(answer).get("violations").findValuesAsText("field");
    }

    private static JsonNode body(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}
