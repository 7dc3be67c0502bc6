package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.job;
import static io.milvaion.tests.server.Milvaion.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.tests.server.Milvaion;
import io.milvaion.tests.server.Rest;
import io.milvaion.tests.server.Services;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.StreamSupport;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is wrong, what is planned, and what is set, over REST. */
@ExtendWith(ArquillianExtension.class)
class AttentionIT {

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

    @Test
    void whatIsWrongIsOnTheDashboardAndAddsUp() {
        var type = "nobody-" + UUID.randomUUID().toString().substring(0, 8);
        milvaion.create(job(type));
        for (var path : List.of("api/v1/attention", "api/v1/dashboard")) {
            soon().until(
                            () -> {
                                var list = milvaion.rest().get(path).expect(200).json();
                                var attention = list.has("findings") ? list : list.get("attention");
                                return totals(attention, "noWorker") > 0;
                            });
        }
        var list = milvaion.rest().get("api/v1/attention").expect(200).json();

        assertThat(list.get("findings").size()).isBetween(1, 50);
        assertThat(list.at("/findings/0/action").textValue()).isNotBlank();
        for (var item : list.get("findings")) {
            assertThat(totals(list, item.get("code").textValue())).isPositive();
        }
    }

    @Test
    void theForecastCountsWhatIsPlannedAndNamesTheHerd() {
        int year = 2030 + ThreadLocalRandom.current().nextInt(5_000); // nobody has asked for it
        var first = milvaion.create(job("noop"));
        var second = milvaion.create(job("noop").every("0 0 0 1 1 *"));

        var forecast =
                milvaion.rest()
                        .get(
                                "api/v1/admin/forecast?from=%1$d-01-01T00:00:00Z&to=%1$d-01-01T02:00:00Z"
                                        .formatted(year))
                        .expect(200)
                        .json();

        assertThat(forecast.get("counts")).hasSize(120);
        assertThat(forecast.get("counts").get(0).intValue()).isGreaterThanOrEqualTo(2);
        assertThat(forecast.get("step").textValue()).isEqualTo("minute");
        assertThat(forecast.get("nextRuns"))
                .extracting(run -> run.get("jobId").textValue())
                .contains(first, second);
        assertThat(forecast.at("/peaks/0/runs").intValue()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aForecastOfNoOrOfTooManyStepsNamesWhatIsWrong() {
        for (var query :
                List.of(
                        "from=2030-01-02T00:00:00Z&to=2030-01-01T00:00:00Z",
                        "from=2030-01-01T00:00:00Z&to=2030-03-01T00:00:00Z",
                        "to=9999-12-31T23:59:59Z&step=hour",
                        "from=1970-01-01T00:00:00Z&to=1970-01-01T00:00:00Z")) {
            var problem = milvaion.rest().get("api/v1/admin/forecast?" + query).expectProblem(400);
            assertThat(problem.json().at("/violations/0/field").textValue())
                    .as(query)
                    .isEqualTo("to");
        }
        var word = milvaion.rest().get("api/v1/admin/forecast?step=day").expectProblem(400);
        assertThat(word.json().at("/violations/0/field").textValue()).isEqualTo("step");
        milvaion.rest().get("api/v1/admin/forecast?step=hour").expect(200);
        var week = "from=2030-01-01T00:00:00Z&to=2030-01-08T00:00:00Z";
        var forecast = milvaion.rest().get("api/v1/admin/forecast?" + week).expect(200).json();
        assertThat(forecast.get("counts")).hasSize(7 * 24 * 60);
    }

    @Test
    void settingsSayWhoThisIsAndStrangersHearTheNameOnly() {
        var settings = milvaion.rest().get("api/v1/settings").expect(200).json();

        assertThat(settings.get("name").textValue()).isEqualTo("Milvaion");
        assertThat(settings.get("production").booleanValue()).isFalse();
        assertThat(settings.get("version").textValue()).isNotBlank();
        assertThat(settings.at("/limits/maxJobDataBytes").intValue()).isEqualTo(1024 * 1024);

        var stranger = new Rest(URI.create(root.toString()), null);
        stranger.get("api/v1/settings").expectProblem(401);
        var branding = stranger.get("api/v1/settings/branding").expect(200);
        assertThat(branding.json().get("name").textValue()).isEqualTo("Milvaion");
        assertThat(branding.body()).doesNotContain("version");
    }

    @Test
    void allSettingsAreListedWithTheirSourcesAndNothingSecret() {
        List<JsonNode> all = new ArrayList<>();
        var after = "";
        do {
            var page = milvaion.rest().get("api/v1/admin/settings?limit=50" + after).expect(200);
            assertThat(page.body()).doesNotContain(Services.rootKey().text());
            page.json().get("items").forEach(all::add);
            var next = page.json().get("nextCursor");
            after = next.isNull() ? "" : "&after=" + next.textValue();
        } while (!after.isEmpty());

        assertThat(all).extracting(one -> one.get("key").textValue()).isSorted();
        assertThat(of(all, "milvaion.db.url").get("secret").booleanValue()).isTrue();
        assertThat(of(all, "milvaion.db.url").get("value").isNull()).isTrue();
        assertThat(all).anyMatch(one -> !one.get("source").textValue().equals("default"));
        assertThat(of(all, "milvaion.export.max-rows").get("source").textValue())
                .isEqualTo("default");
    }

    private static JsonNode of(List<JsonNode> settings, String key) {
        return settings.stream()
                .filter(one -> one.get("key").textValue().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static long totals(JsonNode attention, String code) {
        return StreamSupport.stream(attention.get("totals").spliterator(), false)
                .filter(total -> total.get("code").textValue().equals(code))
                .mapToLong(total -> total.get("total").longValue())
                .sum();
    }
}
