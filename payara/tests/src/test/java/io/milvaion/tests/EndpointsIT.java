package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.job;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.milvaion.tests.http.Operation;
import io.milvaion.tests.http.Operations;
import io.milvaion.tests.http.RawAnswer;
import io.milvaion.tests.http.RawHttp;
import io.milvaion.tests.http.RawRequest;
import io.milvaion.tests.server.Milvaion;
import io.milvaion.tests.server.Services;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.assertj.core.api.SoftAssertions;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for each endpoint, also for those that nobody thought of when this was written. */
@ExtendWith(ArquillianExtension.class)
class EndpointsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] EMPTY = {};
    private static final byte[] OBJECT = {'{', '}'};
    private static final String JOB = "/api/v1/jobs/{id}";

    @ArquillianResource URL root;
    private RawHttp node;
    private Operations operations;

    @BeforeEach
    void readTheDocument() throws Exception {
        node = new RawHttp(URI.create(root.toString()), Services.rootKey());
        operations = Operations.of(node);
        assertThat(operations.all()).hasSizeGreaterThan(40);
    }

    @Test
    void whoeverSendsNoBodyIsToldSo() throws Exception {
        var softly = new SoftAssertions();
        for (var writing : select(Operation::writes)) {
            var bare = RawRequest.of(writing.method(), writing.addressOfNothing());
            var typed = bare.with("Content-Type: " + writing.mediaType());

            for (var request : List.of(bare, bare.with(EMPTY), typed, typed.with(EMPTY))) {
                var answer = node.send(request);
                var as = softly.assertThat(answer.status()).as("%s: %s", request, answer);
                if (writing.needsBody()) {
                    as.isEqualTo(400);
                    softly.assertThat(answer.body()).contains("body is required");
                } else {
                    as.isIn(200, 202, 204, 401, 404); // 401: nothing to refresh
                }
                checkForm(answer);
            }
        }
        softly.assertAll();
    }

    @Test
    void aBodyOfNoTypeOrAnotherIsNotUnderstood() throws Exception {
        var softly = new SoftAssertions();
        for (var writing : select(Operation::writes)) {
            var body = RawRequest.of(writing.method(), writing.addressOfNothing()).with(OBJECT);

            var requests = new ArrayList<>(List.of(body));
            for (var type : List.of("text/plain", "application/x-www-form-urlencoded")) {
                requests.add(body.with("Content-Type: " + type));
            }
            if (!writing.mediaTypes().contains("application/xml")) {
                requests.add(body.with("Content-Type: application/xml").with(EMPTY));
            }
            for (var request : requests) {
                var answer = node.send(request);
                softly.assertThat(answer.status()).as("%s: %s", request, answer).isEqualTo(415);
                checkForm(answer);
            }
        }
        softly.assertAll();
    }

    @Test
    void anEmptyParameterIsNamed() throws Exception {
        var softly = new SoftAssertions();
        // what a provider sends back is refused without saying why
        for (var reading : select(is -> !is.path().endsWith("/oidc/callback"))) {
            for (var name : reading.parameters()) {
                for (var value : List.of("", "=", "=%20")) {
                    var target = reading.addressOfNothing() + "?" + name + value;
                    var answer = node.send(RawRequest.of(reading.method(), target));
                    softly.assertThat(answer.status()).as(target).isEqualTo(400);
                    softly.assertThat(answer.body()).as(target).contains("\"" + name + "\"");
                }
            }
        }
        softly.assertAll();
    }

    @Test
    void instantsHaveOneRange() throws Exception {
        var softly = new SoftAssertions();
        // of versions, and of entries of the audit trail, the numbers are asked for
        for (var reading :
                select(is -> !is.path().endsWith("/diff") && !is.path().endsWith("/verify"))) {
            for (var name : List.of("from", "to", "at")) {
                if (!reading.parameters().contains(name)) {
                    continue;
                }
                for (var value :
                        List.of(
                                "%2B900000000-01-01T00:00:00Z",
                                "-900000000-01-01T00:00:00Z",
                                "1969-12-31T23:59:59.999Z",
                                "%2B10000-01-01T00:00:00Z")) {
                    var target = reading.addressOfNothing() + "?" + name + "=" + value;
                    var answer = node.send(RawRequest.of("GET", target));
                    softly.assertThat(answer.status()).as(target).isEqualTo(400);
                    softly.assertThat(answer.body()).as(target).contains("from 1970 to 9999");
                }
            }
        }
        softly.assertAll();
    }

    @Test
    void headAnswersLikeGet() throws Exception {
        var softly = new SoftAssertions();
        for (var reading : select(is -> is.method().equals("GET"))) {
            var target = reading.addressOfNothing();
            var get = node.send(RawRequest.of("GET", target));
            var head = node.send(RawRequest.of("HEAD", target));

            softly.assertThat(head.status()).as(target).isEqualTo(get.status());
            softly.assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
            softly.assertThat(head.body()).as(target).isEmpty();
        }
        softly.assertAll();
    }

    @Test
    void whatIsLeftOfADeletedJobAreItsVersions() throws Exception {
        var id = deletedJob();
        var softly = new SoftAssertions();
        for (var below : select(is -> is.path().startsWith(JOB))) {
            var target = below.path().replace("{id}", id).replace("{version}", "1");
            var request =
                    below.needsBody()
                            ? RawRequest.of(below.method(), target)
                                    .with(below.mediaType(), "{\"description\":\"x\"}")
                            : RawRequest.of(below.method(), target);
            boolean isRecord =
                    below.method().equals("GET") && below.path().startsWith(JOB + "/versions");
            if (target.endsWith("/diff")) {
                request = RawRequest.of("GET", target + "?to=2");
            }

            var answer = node.send(request);

            softly.assertThat(answer.status())
                    .as("%s: %s", request, answer)
                    .isEqualTo(isRecord ? 200 : 404);
            checkForm(answer);
        }
        softly.assertAll();
    }

    /** The server itself answers these before the application hears of them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET   | /api/v1/jobs/%00   | 400",
                "GET   | /%00               | 400",
                "TRACE | /api/v1/jobs       | 405",
                "TRACE | /                  | 405",
                "GET   | /api/v1/jobs/%zz   | 200",
                "GET   | /%4                | 200",
            })
    void whatTheServerAnswersItselfIsEmpty(String method, String target, int status)
            throws Exception {
        var answer = node.send(RawRequest.of(method, target));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Milvaion-Actor", "Idempotency-Key", "If-Match", "Accept"})
    void headersBeyondAsciiAreRefused(String name) throws Exception {
        var answer = node.send(RawRequest.of("DELETE", "/api/v1/jobs/x").with(name + ": é\u4E2D"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET     | /nothing               | 404",
                "POST    | /nothing               | 404",
                "GET     | /assets/               | 404",
                "GET     | /WEB-INF/web.xml       | 404",
                "GET     | /api                   | 404",
                "GET     | /api/v1                | 404",
                "GET     | /api/v1/               | 404",
                "GET     | /api/v1/nothing        | 404",
                "GET     | /api/v1/jobs/%2e%2e    | 400",
                "GET     | /api/v1/jobs?q=%       | 400",
                "GET     | /?%4                   | 400",
                "GET     | /assets/icon.svg?%g0   | 400",
                "FOO     | /                      | 405",
                "PATCH   | /assets/icon.svg       | 405",
                "FOO     | /api/v1/jobs           | 405",
                "PUT     | /metrics               | 405",
            })
    void elsewhereProblemsAreDocumentsToo(String method, String target, int status)
            throws Exception {
        var answer = node.send(RawRequest.of(method, target));

        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(JSON.readTree(answer.body()).path("status").intValue()).isEqualTo(status);
        assertThat(status == 405).isEqualTo(answer.headers().containsKey("allow"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets", "/console", "/assets?x=1", "/api/../assets"})
    void noAnswerSendsPeopleToTheHostThatTheCallerNames(String target) throws Exception {
        var answer = node.send(RawRequest.of("GET", target).with("Host: elsewhere.example"));

        assertThat(answer.toString()).doesNotContain("elsewhere.example");
    }

    @Test
    void nobodyWaitsForTheBodyOfAnUpgrade() throws Exception {
        var bare = RawRequest.of("POST", "/api/v1/jobs").with("Upgrade: websocket");

        assertThat(node.send(bare).status()).isEqualTo(400); // 408: it has waited
        assertThat(node.send(bare.with("application/json", "{}")).status()).isEqualTo(400);
    }

    @Test
    void theAddressOfWhatWasMadeIsAPath() throws Exception {
        var answer = node.send(RawRequest.of("POST", "/api/v1/admin/reconcile"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location")).startsWith("/api/v1/admin/reconcile/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/jobs", "/api/v1/admin/dispatch/stop", "/metrics"})
    void optionsTellTheMethods(String target) throws Exception {
        var answer = node.send(RawRequest.of("OPTIONS", target));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Allow")).contains("OPTIONS");
    }

    private String deletedJob() {
        try (var milvaion = new Milvaion(root)) {
            return milvaion.create(job("noop"));
        }
    }

    private List<Operation> select(Predicate<Operation> condition) {
        var selected = operations.all().stream().filter(condition).toList();
        assertThat(selected).isNotEmpty();
        return selected;
    }

    private static void checkForm(RawAnswer answer) throws IOException {
        if (answer.status() >= 400) {
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(JSON.readTree(answer.body()).path("status").intValue())
                    .isEqualTo(answer.status());
        }
    }
}
