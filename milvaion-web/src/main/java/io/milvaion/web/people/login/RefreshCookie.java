package io.milvaion.web.people.login;

import io.milvaion.scheduler.people.session.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;

/** The cookie with the refresh token. */
record RefreshCookie(SafeCookie cookie) {

    static RefreshCookie of(HttpServletRequest request) {
        return new RefreshCookie(SafeCookie.of(request, "milvaion", NewCookie.SameSite.STRICT));
    }

    Optional<String> in(HttpServletRequest request) {
        return cookie.in(request);
    }

    NewCookie with(Tokens tokens) {
        return cookie.with(tokens.refresh(), tokens.refreshFor());
    }

    NewCookie gone() {
        return cookie.with("", Duration.ZERO);
    }
}
