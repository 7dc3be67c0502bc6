package io.milvaion.scheduler.people.oidc;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.JWTClaimsSet;
import io.milvaion.scheduler.people.elsewhere.Identity;
import io.milvaion.scheduler.people.foreign.Claims;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** From the provider's tokens to somebody. */
record Recognition(OidcSettings settings, Provider provider) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @throws OidcRefused if the ID token is not good, or not for this attempt
     * @throws IOException if the provider does not answer
     */
    Identity of(Exchange.Grant grant, OidcAttempt attempt) throws IOException {
        var token = provider.read(grant.idToken()).orElseThrow(OidcRefused::asNotGood);
        var claims = new Claims(token.getClaims());
        boolean good =
                attempt.nonce().equals(claims.text("nonce").orElse(null))
                        && isForUs(token, claims)
                        && isStrongEnough(claims);
        if (!good) {
            throw OidcRefused.asNotGood();
        }
        var all = isComplete(claims) ? claims : withUserInfo(grant, token);
        return new Identity(
                settings.issuer().toString(),
                token.getSubject(),
                all.text(settings.nameClaim()).orElse(token.getSubject()),
                all.texts(settings.rolesClaim()));
    }

    /** Others who are named beside us might show it here as theirs. */
    private boolean isForUs(JWTClaimsSet token, Claims claims) {
        return token.getAudience().size() == 1
                && claims.text("azp").filter(party -> !party.equals(settings.clientId())).isEmpty();
    }

    private boolean isStrongEnough(Claims claims) {
        return settings.acr().isEmpty()
                || claims.text("acr").filter(settings.acr()::contains).isPresent();
    }

    private boolean isComplete(Claims claims) {
        return claims.has(settings.nameClaim()) && claims.has(settings.rolesClaim());
    }

    /** Many providers tell there what they leave out of the token. */
    private Claims withUserInfo(Exchange.Grant grant, JWTClaimsSet token) throws IOException {
        var address = provider.document().userInfo();
        var all = new HashMap<String, Object>();
        if (address.isPresent() && grant.access() != null) {
            var shown = Map.of("Authorization", "Bearer " + grant.access());
            var reply = provider.client().get(address.get(), shown);
            if (reply.status() != 200) {
                throw new IOException("the provider answers " + reply.status());
            }
            var json = ProviderDocument.json(reply.body());
            if (!Objects.equals(json.path("sub").textValue(), token.getSubject())) {
                throw OidcRefused.asNotGood();
            }
            json.properties()
                    .forEach(
                            field ->
                                    all.put(
                                            field.getKey(),
                                            JSON.convertValue(field.getValue(), Object.class)));
        }
        all.putAll(token.getClaims()); // what is signed comes first
        return new Claims(all);
    }
}
