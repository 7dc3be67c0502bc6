package io.milvaion.tests.server;

import static io.milvaion.launcher.rest.NewJob.aJob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.launcher.rest.NewJob;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.awaitility.core.ConditionFactory;

/** A user of the scheduler, who deletes in the end the jobs that were created. */
public final class Milvaion implements AutoCloseable {

    /** Long for anything that should take a second, because test machines are busy. */
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Rest rest;
    private final List<String> jobs = new ArrayList<>();

    public Milvaion(URL root) {
        rest = new Rest(URI.create(root.toString()), Services.rootKey());
    }

    public Rest rest() {
        return rest;
    }

    /** For conditions that hold after a while. */
    public static ConditionFactory soon() {
        return await().atMost(LIMIT).pollInterval(Duration.ofMillis(100));
    }

    /** A job that has what every job needs; a name of its own, planned far in the future. */
    public static NewJob job(String type) {
        return aJob(type).named(type + " " + UUID.randomUUID()).every("0 0 0 1 1 *");
    }

    /**
     * @return its id
     */
    public String create(NewJob job) {
        var created = rest.post("api/v1/jobs", job.build()).expect(201);
        var id = created.json().get("id").textValue();
        jobs.add(id);
        return id;
    }

    /** Changes a job by a merge patch. */
    public JsonNode change(String job, ObjectNode patch) {
        return rest.patch("api/v1/jobs/" + job, patch).expect(200).json();
    }

    /**
     * @return the id of the occurrence
     */
    public String trigger(String job) {
        return rest.post("api/v1/jobs/" + job + "/trigger", null)
                .expect(202)
                .json()
                .get("occurrenceId")
                .textValue();
    }

    public JsonNode occurrence(String id) {
        return rest.get("api/v1/occurrences/" + id).expect(200).json();
    }

    /** The newest occurrences of a job, oldest first. */
    public List<JsonNode> occurrencesOf(String job) {
        return reversed(items("api/v1/occurrences?limit=200&jobId=" + job));
    }

    /** The newest skipped runs of a job, oldest first. */
    public List<JsonNode> skippedRunsOf(String job) {
        return reversed(items("api/v1/skipped-runs?limit=200&jobId=" + job));
    }

    public List<JsonNode> logOf(String occurrence) {
        return items("api/v1/occurrences/" + occurrence + "/logs");
    }

    /** Waits until an occurrence is as it should be. */
    public JsonNode awaitOccurrence(String id, Predicate<JsonNode> condition) {
        return soon().until(() -> occurrence(id), condition);
    }

    /** Waits until an occurrence is in this state; fails at once if it ends in another. */
    public JsonNode awaitState(String id, String state) {
        return soon().until(
                        () -> {
                            var now = occurrence(id);
                            if (!isOpen(now)) {
                                assertThat(now.get("state").textValue())
                                        .as(now.toPrettyString())
                                        .isEqualTo(state);
                            }
                            return now;
                        },
                        now -> now.get("state").textValue().equals(state));
    }

    /** Waits until a job has at least so many Completed occurrences; gives all it has. */
    public List<JsonNode> awaitCompleted(String job, int count) {
        return soon().until(
                        () -> occurrencesOf(job),
                        all -> all.stream().filter(o -> is(o, "completed")).count() >= count);
    }

    /** The value of a sample that the node shows; 0 if it shows none. */
    public double metric(String sample) {
        return rest().get("metrics")
                .expect(200)
                .body()
                .lines()
                .filter(line -> line.startsWith(sample + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(sample.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    public static boolean is(JsonNode occurrence, String state) {
        return occurrence.get("state").textValue().equals(state);
    }

    /** Whether it is queued or running. */
    public static boolean isOpen(JsonNode occurrence) {
        return is(occurrence, "queued") || is(occurrence, "running");
    }

    public List<JsonNode> items(String path) {
        return StreamSupport.stream(
                        rest.get(path).expect(200).json().get("items").spliterator(), false)
                .toList();
    }

    @Override
    public void close() {
        for (String job : jobs) {
            var status = rest.delete("api/v1/jobs/" + job).status();
            assertThat(status).as("deleting a job").isIn(204, 404);
        }
    }

    private static List<JsonNode> reversed(List<JsonNode> nodes) {
        var list = new ArrayList<>(nodes);
        Collections.reverse(list);
        return list;
    }
}
