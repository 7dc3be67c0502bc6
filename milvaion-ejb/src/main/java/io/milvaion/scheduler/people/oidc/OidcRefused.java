package io.milvaion.scheduler.people.oidc;

import io.milvaion.scheduler.ground.refusal.Refusal;
import java.util.Map;

/** A login at the provider does not count here. */
public class OidcRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private OidcRefused(Kind kind, String detail) {
        super(kind, "oidc-refused", "The login is refused", detail, Map.of());
    }

    /** No provider is set. */
    static OidcRefused unknown() {
        return new OidcRefused(Kind.NOT_FOUND, "Nobody logs in by OpenID Connect here.");
    }

    /** It answers to no login that this browser has begun; that may be somebody's trick. */
    static OidcRefused ofAnotherBrowser() {
        return new OidcRefused(
                Kind.INVALID,
                "This browser has begun no such login, or too long ago. Begin again.");
    }

    static OidcRefused byProvider() {
        return new OidcRefused(Kind.FORBIDDEN, "The provider has not let you in.");
    }

    /** Code or ID token are not good. */
    static OidcRefused asNotGood() {
        return new OidcRefused(
                Kind.UNAUTHENTICATED,
                "What the provider has answered does not count. Begin again.");
    }
}
