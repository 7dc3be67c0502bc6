package io.milvaion.web.ground.guard;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * What a browser says of the page that sends a request; programs say nothing.
 *
 * @param site {@code Sec-Fetch-Site} of Fetch Metadata, or null
 * @param origin {@code Origin} of RFC 6454, or null
 * @param host {@code Host}, or null
 * @param writes whether the request may change something or listens for long
 */
record Sender(String site, String origin, String host, boolean writes) {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    static Sender of(HttpServletRequest request) {
        return new Sender(
                request.getHeader("Sec-Fetch-Site"),
                request.getHeader("Origin"),
                request.getHeader("Host"),
                !READING.contains(request.getMethod())
                        || "websocket".equalsIgnoreCase(request.getHeader("Upgrade")));
    }
}
