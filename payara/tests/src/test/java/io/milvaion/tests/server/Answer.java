package io.milvaion.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** What the server answered, for a test that fails if it is not what it should be. */
public record Answer(io.milvaion.launcher.rest.Answer given) {

    public int status() {
        return given.status();
    }

    public String header(String name) {
        return given.header(name);
    }

    public String body() {
        return given.body();
    }

    /** Whether it is a document of JSON: exports are answered with other types. */
    public boolean isJson() {
        return header("Content-Type") != null
                && header("Content-Type").startsWith("application/json");
    }

    public JsonNode json() {
        try {
            return given.json();
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + body(), e);
        }
    }

    /** Fails unless the answer has this status; says what it was instead. */
    public Answer expect(int status) {
        assertThat(status()).as("%s", given).isEqualTo(status);
        return this;
    }

    /** Fails unless the answer is a problem document with this status. */
    public Answer expectProblem(int status) {
        expect(status);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(json().path("status").asInt()).isEqualTo(status);
        return this;
    }
}
