package io.milvaion.web.people.login;

import io.milvaion.scheduler.people.oidc.OidcAttempt;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookie of a login that is under way at a provider. Unlike that of a session it comes along
 * when another site, the provider, sends the browser here.
 */
record AttemptCookie(SafeCookie cookie) {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    static AttemptCookie of(HttpServletRequest request) {
        return new AttemptCookie(SafeCookie.of(request, "milvaion-login", NewCookie.SameSite.LAX));
    }

    Optional<OidcAttempt> in(HttpServletRequest request) {
        return cookie.in(request).flatMap(OidcAttempt::parse);
    }

    NewCookie with(OidcAttempt attempt) {
        return cookie.with(attempt.text(), LIMIT);
    }

    NewCookie gone() {
        return cookie.with("", Duration.ZERO);
    }
}
