package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.job;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.tests.server.Milvaion;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class StatisticsIT {

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
    void theLastThirtyRunsOfManyJobsAreReadAtOnceNewOnesFirst() {
        var many = milvaion.create(job("noop"));
        var none = milvaion.create(job("noop"));
        var runs = new ArrayList<String>();
        for (int i = 0; i < 32; i++) {
            runs.add(milvaion.trigger(many));
            milvaion.awaitState(runs.get(i), "completed");
        }
        Collections.reverse(runs);

        var items = recent("jobId=" + none + "&jobId=" + many + "&jobId=" + UUID.randomUUID());

        assertThat(items.findValuesAsText("jobId")).containsExactly(none, many);
        assertThat(items.at("/0/runs")).isEmpty();
        assertThat(items.at("/1/runs").findValuesAsText("id"))
                .containsExactlyElementsOf(runs.subList(0, 30));
        var last = items.at("/1/runs/0");
        var full = milvaion.occurrence(runs.get(0));
        for (var member : List.of("state", "plannedAt", "durationMs")) {
            assertThat(last.get(member)).as(member).isEqualTo(full.get(member));
        }
    }

    @Test
    void whatIsNoJobIsNamed() {
        for (var query :
                List.of("", "?jobId=", "?jobId=1", "?jobId=" + UUID.randomUUID() + "&x=1")) {
            var problem = milvaion.rest().get("api/v1/jobs/recent-runs" + query).expectProblem(400);
            assertThat(problem.json().at("/violations")).as(query).hasSize(1);
        }
        var tooMany =
                "?"
                        + ("jobId=" + UUID.randomUUID() + "&").repeat(100)
                        + "jobId="
                        + UUID.randomUUID();
        milvaion.rest().get("api/v1/jobs/recent-runs" + tooMany).expectProblem(400);
    }

    private JsonNode recent(String query) {
        return milvaion.rest()
                .get("api/v1/jobs/recent-runs?" + query)
                .expect(200)
                .json()
                .get("items");
    }
}
