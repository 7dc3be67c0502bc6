package io.milvaion.web.people.login;

import io.milvaion.scheduler.people.session.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The cookie with the refresh token. */
record RefreshCookie(boolean secure) {

    private static final String NAME = "milvaion";

    static RefreshCookie of(HttpServletRequest request) {
        return new RefreshCookie(
                request.isSecure()
                        || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto")));
    }

    Optional<String> in(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name()))
                .map(cookie -> cookie.getValue())
                .findFirst();
    }

    NewCookie with(Tokens tokens) {
        return cookie(tokens.refresh(), Math.toIntExact(tokens.refreshFor().toSeconds()));
    }

    NewCookie gone() {
        return cookie("", 0);
    }

    private NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(name())
                .value(value)
                .maxAge(seconds)
                .path(secure ? "/" : "/api/v1/auth")
                .secure(secure)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    private String name() {
        return secure ? "__Host-" + NAME : NAME;
    }
}
