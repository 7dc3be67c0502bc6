package io.milvaion.scheduler.people.oidc;

/**
 * What a browser brings back from the provider; each may be null.
 *
 * @param error in place of a code
 * @param issuer who says so (RFC 9207)
 */
public record ProviderAnswer(String code, String state, String error, String issuer) {

    @Override
    public String toString() {
        return "ProviderAnswer[error=" + error + "]";
    }
}
