package io.milvaion.scheduler.people.oidc;

import io.milvaion.scheduler.people.secret.RandomText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * A login that is under way, as the browser that has begun it keeps it.
 *
 * @param state comes back with the answer
 * @param nonce comes back in the ID token
 * @param verifier of PKCE
 * @param returnTo a path here
 */
public record OidcAttempt(String state, String nonce, String verifier, ReturnTo returnTo) {

    static OidcAttempt to(ReturnTo returnTo) {
        return new OidcAttempt(RandomText.next(), RandomText.next(), RandomText.next(), returnTo);
    }

    /** What {@link #parse} takes. */
    public String text() {
        return String.join(
                ".",
                state,
                nonce,
                verifier,
                base64(returnTo.path().getBytes(StandardCharsets.UTF_8)));
    }

    /** Empty if the text is none of ours. */
    public static Optional<OidcAttempt> parse(String text) {
        var parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        try {
            var path = new String(Base64.getUrlDecoder().decode(parts[3]), StandardCharsets.UTF_8);
            return ReturnTo.of(path).map(to -> new OidcAttempt(parts[0], parts[1], parts[2], to));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean isStateOf(String returned) {
        return returned != null
                && MessageDigest.isEqual(
                        state.getBytes(StandardCharsets.UTF_8),
                        returned.getBytes(StandardCharsets.UTF_8));
    }

    /** What the provider gets of the verifier before (RFC 7636, S256). */
    String challenge() {
        return base64(RandomText.hash(verifier));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Attempt[returnTo=" + returnTo + "]";
    }
}
