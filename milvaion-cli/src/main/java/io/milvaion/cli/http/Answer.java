package io.milvaion.cli.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;

/** What the server answered to what it did not refuse. */
public record Answer(int status, HttpHeaders headers, String body) {

    /** Missing if there was none. */
    public JsonNode json() {
        if (body.isEmpty()) {
            return MissingNode.getInstance();
        }
        try {
            return Body.JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new Unreachable("What answers is no Milvaion: " + e.getOriginalMessage(), e);
        }
    }

    public String header(String name) {
        return headers.firstValue(name).orElse(null);
    }
}
