package io.milvaion.tests.declare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.milvaion.tests.server.Milvaion;
import io.milvaion.tests.server.Services;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** As many documents as one request may have, each step in a time that people wait. */
@ExtendWith(ArquillianExtension.class)
class ManyDocumentsIT {

    private static final int MOST = 5_000;
    private static final Duration LONG = Duration.ofSeconds(90); // test machines are busy

    @ArquillianResource URL root;

    @Test
    void fiveThousandJobsAreMadeChangedAndPrunedInOneGoEach() throws Exception {
        try (var documents = new Documents(new Milvaion(root))) {
            var prune = "?allowEmpty=true&prune=team=" + documents.team;
            var all = all(documents, MOST, "0 0 1 1 *");

            assertThat(apply("", all)).isEqualTo("create " + MOST);
            assertThat(apply("", all)).isEqualTo("unchanged " + MOST);
            assertThat(apply("", all(documents, MOST, "0 0 2 1 *"))).isEqualTo("update " + MOST);
            assertThat(apply(prune, "# none")).isEqualTo("delete " + MOST);
            documents.apply("?dryRun=true", all(documents, MOST + 1, "@daily")).expectProblem(400);
        }
    }

    private static String all(Documents documents, int count, String cron) {
        return IntStream.range(0, count)
                .mapToObj(
                        i ->
                                documents.job(
                                        "many-" + i + documents.team,
                                        "cronExpression: \"" + cron + '"'))
                .collect(Collectors.joining());
    }

    /** What was done, and to how many. */
    private String apply(String query, String body) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(root.toString()).resolve(Documents.APPLY + query))
                        .timeout(LONG)
                        .header("Content-Type", Documents.YAML)
                        .header("Authorization", Services.rootKey().authorization())
                        .PUT(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        long begin = System.nanoTime();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        long millis = (System.nanoTime() - begin) / 1_000_000;
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var done =
                new ObjectMapper()
                        .readTree(answer.body()).get("summary").properties().stream()
                                .filter(count -> count.getValue().intValue() > 0)
                                .map(count -> count.getKey() + " " + count.getValue())
                                .collect(Collectors.joining(", "));
        System.out.println(done + " jobs: " + millis + " ms");
        return done;
    }
}
