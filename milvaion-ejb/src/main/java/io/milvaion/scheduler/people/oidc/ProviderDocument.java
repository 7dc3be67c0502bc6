package io.milvaion.scheduler.people.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milvaion.platform.config.WebAddress;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * What a provider says of itself (OpenID Connect Discovery).
 *
 * @param takesBasic whether a client may name itself as HTTP does; else in the form
 * @param namesItself whether it says in its answers who it is (RFC 9207)
 */
record ProviderDocument(
        URI authorization,
        URI token,
        URI jwks,
        Optional<URI> userInfo,
        Optional<URI> endSession,
        boolean takesBasic,
        boolean namesItself) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @throws IOException if it is not the document of this issuer, or not a usable one
     */
    static ProviderDocument parse(String body, URI issuer) throws IOException {
        var json = json(body);
        if (!json.path("issuer").asText().equals(issuer.toString())) {
            throw new IOException("the document is of another issuer");
        }
        return new ProviderDocument(
                needed(json, "authorization_endpoint"),
                needed(json, "token_endpoint"),
                needed(json, "jwks_uri"),
                address(json, "userinfo_endpoint"),
                address(json, "end_session_endpoint"),
                takesBasic(json.path("token_endpoint_auth_methods_supported")),
                json.path("authorization_response_iss_parameter_supported").asBoolean());
    }

    static JsonNode json(String body) throws IOException {
        try {
            var json = JSON.readTree(body);
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) { // it may quote secrets
            throw new IOException("the answer is no JSON");
        }
        throw new IOException("the answer is no object");
    }

    private static boolean takesBasic(JsonNode methods) {
        if (!methods.isArray()) {
            return true; // what is meant where nothing is said
        }
        for (var method : methods) {
            if (method.asText().equals("client_secret_basic")) {
                return true;
            }
        }
        return false;
    }

    private static URI needed(JsonNode json, String name) throws IOException {
        return address(json, name).orElseThrow(() -> new IOException("no usable " + name));
    }

    private static Optional<URI> address(JsonNode json, String name) {
        try {
            return Optional.ofNullable(json.path(name).textValue())
                    .map(URI::create)
                    .filter(WebAddress::isSafe);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
