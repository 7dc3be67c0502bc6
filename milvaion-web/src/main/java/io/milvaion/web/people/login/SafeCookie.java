package io.milvaion.web.people.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** A cookie that no script reads and, over TLS, no other host sets. */
record SafeCookie(String plainName, boolean secure, NewCookie.SameSite sameSite) {

    static SafeCookie of(HttpServletRequest request, String name, NewCookie.SameSite sameSite) {
        boolean secure =
                request.isSecure()
                        || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
        return new SafeCookie(name, secure, sameSite);
    }

    Optional<String> in(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name()))
                .map(cookie -> cookie.getValue())
                .findFirst();
    }

    NewCookie with(String value, Duration duration) {
        return new NewCookie.Builder(name())
                .value(value)
                .maxAge(Math.toIntExact(duration.toSeconds()))
                .path(secure ? "/" : "/api/v1/auth")
                .secure(secure)
                .httpOnly(true)
                .sameSite(sameSite)
                .build();
    }

    private String name() {
        return secure ? "__Host-" + plainName : plainName;
    }
}
