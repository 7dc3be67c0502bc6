package io.milvaion.web.ground.guard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Lets pages of allowed origins read answers, by the CORS protocol of the Fetch standard. They
 * authenticate by header: cookies are not theirs to send.
 */
final class Cors {

    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String SENT =
            "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key";
    private static final String READ =
            "ETag, Location, Retry-After, RateLimit, RateLimit-Policy, Deprecation, Sunset, Link";
    private static final String MAX_AGE_SECONDS = "600";

    private Cors() {}

    static boolean isPreflight(HttpServletRequest request) {
        return "OPTIONS".equals(request.getMethod())
                && request.getHeader("Access-Control-Request-Method") != null;
    }

    static void write(String origin, HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", origin);
        response.setHeader("Access-Control-Allow-Methods", METHODS);
        response.setHeader("Access-Control-Allow-Headers", SENT);
        response.setHeader("Access-Control-Expose-Headers", READ);
        response.setHeader("Access-Control-Max-Age", MAX_AGE_SECONDS);
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    }
}
