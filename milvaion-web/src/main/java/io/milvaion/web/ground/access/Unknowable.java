package io.milvaion.web.ground.access;

import io.milvaion.scheduler.ground.persistence.DatabaseUnavailable;
import io.milvaion.scheduler.people.elsewhere.Away;
import jakarta.servlet.http.HttpServletRequest;

/** Who sends a request could not be found out. What is for anybody is answered all the same. */
final class Unknowable {

    static final int RETRY_AFTER_SECONDS = 5;

    private static final String REASON = Unknowable.class.getName();

    private Unknowable() {}

    static void remember(HttpServletRequest request, RuntimeException reason) {
        request.setAttribute(REASON, reason);
    }

    /**
     * @throws DatabaseUnavailable if it is so because of the database
     * @throws Away if it is so because of who has issued the token
     */
    static void check(HttpServletRequest request) {
        if (request.getAttribute(REASON) instanceof RuntimeException reason) {
            throw reason;
        }
    }
}
