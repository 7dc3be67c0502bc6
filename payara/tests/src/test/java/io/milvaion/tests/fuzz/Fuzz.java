package io.milvaion.tests.fuzz;

import io.milvaion.tests.http.Operations;
import io.milvaion.tests.http.RawAnswer;
import io.milvaion.tests.http.RawHttp;
import io.milvaion.tests.http.RawRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sends requests made by a seed, and remembers which answers were not as they should be. */
public final class Fuzz {

    private static final int JOB_EACH = 50;
    private static final RawRequest GOOD_JOB =
            RawRequest.of("POST", "/api/v1/jobs")
                    .with(
                            "application/json",
                            "{\"displayName\":\"fuzz\",\"jobType\":\"noop\","
                                    + "\"cronExpression\":\"0 0 1 1 *\"}");

    private final RawHttp node;
    private final long seed;
    private final Known known = new Known();
    private final Requests requests;
    private int sent;
    private final List<String> faults = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    public Fuzz(RawHttp node, Operations operations, long seed) {
        this.node = node;
        this.seed = seed;
        var dice = Dice.of(seed);
        var json = new Json(dice, operations, known.ids());
        this.requests = new Requests(dice, operations, json, known.ids());
    }

    /** Sends so many requests, one after the other; now and then there is a new job. */
    public void run(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            send(sent++ % JOB_EACH == 0 ? GOOD_JOB : requests.next());
        }
    }

    private void send(RawRequest request) throws IOException {
        RawAnswer answer;
        try {
            answer = node.send(request);
        } catch (IOException | RuntimeException e) { // reset, late or no HTTP
            faults.add(e + ": " + request);
            return;
        }
        statuses.merge(answer.status(), 1, Integer::sum);
        Verdict.on(request, answer)
                .ifPresent(fault -> faults.add(fault + ": " + request + " -> " + answer));
        known.hear(request, answer);
    }

    /** Each with its request. */
    public List<String> faults() {
        return faults;
    }

    /** Deletes what was made and lets the cluster dispatch. */
    public void restore() throws IOException {
        node.send(
                RawRequest.of("POST", "/api/v1/admin/dispatch/resume")
                        .with("application/json", "{}"));
        for (var address : known.made()) {
            node.send(RawRequest.of("DELETE", address));
        }
    }

    @Override
    public String toString() {
        return "-Dmilvaion.fuzz.seed=" + seed + ": answers by status " + statuses;
    }
}
