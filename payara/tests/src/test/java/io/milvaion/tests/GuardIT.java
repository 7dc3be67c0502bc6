package io.milvaion.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.tests.server.Answer;
import io.milvaion.tests.server.EventStream;
import io.milvaion.tests.server.Milvaion;
import io.milvaion.tests.server.Services;
import java.net.URL;
import java.net.http.WebSocketHandshakeException;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Browsers bring requests that their users did not mean. */
@ExtendWith(ArquillianExtension.class)
class GuardIT {

    private static final String JOBS = "api/v1/jobs";

    @ArquillianResource URL root;
    private Milvaion milvaion;

    @BeforeEach
    void connect() {
        milvaion = new Milvaion(root);
    }

    @AfterEach
    void deleteJobs() {
        milvaion.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "assets/reference.css",
                "assets/none.js",
                "none",
                JOBS,
                "api/v1/jobs/none",
                "api/v1/none",
                "api/v1/jobs?limit=x",
                "health/live",
                "metrics",
                "openapi"
            })
    void everyAnswerTellsBrowsersWhatTheyMayDoWithIt(String path) {
        var answer = milvaion.rest().get(path);

        assertSafe(answer);
        assertThat(answer.header("Cache-Control"))
                .isEqualTo(path.isEmpty() || path.startsWith("assets") ? "no-cache" : "no-store");
    }

    @Test
    void refusalsTellThemToo() {
        assertSafe(milvaion.rest().get("", "Host", "evil.example").expect(421));
        assertSafe(milvaion.rest().post(JOBS, null, "Origin", "null").expect(403));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example:80", "localhost.evil.example"})
    void aNameThatIsNotOursIsNotServed(String host) {
        for (String path : new String[] {"", JOBS, "metrics", "openapi", "health/live"}) {
            var answer = milvaion.rest().get(path, "Host", host).expect(421);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.body()).doesNotContain("evil").contains("allowed-hosts");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site,cross-site",
        "Sec-Fetch-Site,same-site",
        "Origin,https://evil.example",
        "Origin,null"
    })
    void aPageOfAnotherOriginChangesNothing(String header, String value) {
        var job = milvaion.create(Milvaion.job("noop"));
        var path = JOBS + "/" + job;

        var change = Milvaion.job("noop").build();
        milvaion.rest().post(path + "/trigger", null, header, value).expect(403);
        milvaion.rest().post(JOBS, change, header, value).expect(403);
        milvaion.rest().put(path, change, header, value).expect(403);
        milvaion.rest().patch(path, change, header, value).expect(403);
        milvaion.rest().delete(path, header, value).expect(403);

        assertThat(milvaion.rest().get(path).expect(200).json().get("version").intValue())
                .isEqualTo(1);
        assertThat(milvaion.occurrencesOf(job)).isEmpty();
        milvaion.rest().get(path, header, value).expect(200);
    }

    @Test
    void itsAnswersAreNotReadByOthers() {
        var answer = milvaion.rest().get(JOBS, "Origin", "https://evil.example").expect(200);

        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        assertThat(answer.header("Vary")).contains("Origin");
    }

    @Test
    void ownPagesWrite() {
        var job = milvaion.create(Milvaion.job("noop"));
        var trigger = JOBS + "/" + job + "/trigger";

        var run = milvaion.rest().post(trigger, null, "Sec-Fetch-Site", "same-origin").expect(202);
        milvaion.awaitState(run.json().get("occurrenceId").textValue(), "completed");
        milvaion.rest().post(trigger, null, "Origin", origin()).expect(202);
    }

    @Test
    void aWebSocketOfAnotherPageIsRefusedAtTheHandshake() {
        assertThatThrownBy(() -> new EventStream(root, Services.rootKey(), "https://evil.example"))
                .hasCauseInstanceOf(WebSocketHandshakeException.class)
                .satisfies(
                        e ->
                                assertThat(
                                                ((WebSocketHandshakeException) e.getCause())
                                                        .getResponse()
                                                        .statusCode())
                                        .isEqualTo(403));
        new EventStream(root, Services.rootKey(), origin()).close();
    }

    @Test
    void anEncryptedConnectionStaysEncrypted() {
        var answer = milvaion.rest().get(JOBS, "X-Forwarded-Proto", "https").expect(200);

        assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=31536000");
    }

    private String origin() {
        return root.getProtocol() + "://" + root.getAuthority();
    }

    private static void assertSafe(Answer answer) {
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("object-src 'none'")
                .contains("base-uri 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Strict-Transport-Security")).isNull();
        assertThat(answer.header("X-Powered-By")).isNull();
        assertThat(String.valueOf(answer.header("Server"))).doesNotContainPattern("[0-9]");
    }
}
