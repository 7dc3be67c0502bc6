package io.milvaion.scheduler.people.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Exchanges a code for tokens, from node to provider. */
record Exchange(OidcSettings settings, Provider provider) {

    /**
     * What the provider gives.
     *
     * @param access null if there is none
     */
    record Grant(String idToken, String access) {

        @Override
        public String toString() {
            return "Grant[]";
        }
    }

    /**
     * @throws OidcRefused if the provider does not take the code
     * @throws IOException if it does not answer
     */
    Grant of(String code, OidcAttempt attempt) throws IOException {
        var document = provider.document();
        var form =
                new FormFields()
                        .with("grant_type", "authorization_code")
                        .with("code", code)
                        .with("redirect_uri", settings.redirectUri().toString())
                        .with("code_verifier", attempt.verifier());
        boolean basic = settings.clientSecret().isPresent() && document.takesBasic();
        if (!basic) {
            form.with("client_id", settings.clientId());
            settings.clientSecret().ifPresent(secret -> form.with("client_secret", secret));
        }
        Map<String, String> headers = basic ? Map.of("Authorization", basic()) : Map.of();
        var reply = provider.client().post(document.token(), headers, form.toString());
        if (reply.status() >= 500) {
            throw new IOException("the provider answers " + reply.status());
        }
        if (reply.status() != 200) {
            throw OidcRefused.asNotGood();
        }
        return grant(ProviderDocument.json(reply.body()));
    }

    private static Grant grant(JsonNode json) {
        var token = json.path("id_token").textValue();
        if (token == null) {
            throw OidcRefused.asNotGood();
        }
        return new Grant(token, json.path("access_token").textValue());
    }

    /** Both parts are encoded as in forms before (RFC 6749 §2.3.1). */
    private String basic() {
        var both =
                FormFields.encoded(settings.clientId())
                        + ":"
                        + FormFields.encoded(settings.clientSecret().orElseThrow());
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }
}
