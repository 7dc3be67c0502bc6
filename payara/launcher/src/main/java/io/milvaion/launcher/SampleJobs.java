package io.milvaion.launcher;

import io.milvaion.launcher.rest.Api;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Three jobs to watch, for a scheduler that has none. */
final class SampleJobs {

    private static final List<String> NAMES = List.of("hello", "flaky", "longhaul");
    private static final String JOBS = "api/v1/jobs";

    private final Api api;

    SampleJobs(Api api) {
        this.api = api;
    }

    /**
     * Creates the jobs if there is no job at all.
     *
     * @return true if they were created
     * @throws IOException if the node does not answer, or refuses
     */
    boolean createIfNone() throws IOException, InterruptedException {
        if (!api.get(JOBS).json().required("items").isEmpty()) {
            return false;
        }
        for (String name : NAMES) {
            api.send("POST", JOBS, resource(name)).expect(201);
        }
        return true;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = SampleJobs.class.getResourceAsStream("samples/" + name + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
