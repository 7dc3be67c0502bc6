package io.milvaion.web.ground.access;

import jakarta.servlet.http.HttpServletRequest;

/** What {@code WWW-Authenticate} says (RFC 6750 §3). */
final class Challenge {

    private static final String REFUSED = Challenge.class.getName() + ".refused";
    private static final String BEARER = "Bearer realm=\"milvaion\"";

    private Challenge() {}

    /** Notes that what the request shows is not good. */
    static void remember(HttpServletRequest request) {
        request.setAttribute(REFUSED, true);
    }

    static String of(HttpServletRequest request) {
        return request.getAttribute(REFUSED) == null
                ? BEARER
                : BEARER + ", error=\"invalid_token\"";
    }
}
