package io.milvaion.web.ground.audit;

import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.web.ground.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;

/**
 * What a request was for, as far as anybody has found out.
 *
 * @param action null if it is no write
 * @param objectId or null
 * @param detail why it was refused, or null
 */
record Attempted(String action, String objectId, String detail) {

    private static final String NOTE = Attempted.class.getName();

    static Attempted in(HttpServletRequest request) {
        return request.getAttribute(NOTE) instanceof Attempted known
                ? known
                : new Attempted(null, null, null);
    }

    void noteIn(HttpServletRequest request) {
        request.setAttribute(NOTE, this);
    }

    Attempted refused(Problem problem) {
        var why = problem.detail() == null ? problem.title() : problem.detail();
        return new Attempted(action, objectId, why);
    }

    /** The kind of object stands in the action before the dot. */
    Deed deed(HttpServletRequest request) {
        if (action == null) {
            return Deed.of("request.refuse")
                    .on("request", null, request.getMethod() + " " + request.getRequestURI());
        }
        return Deed.of(action).on(action.substring(0, action.indexOf('.')), objectId, null);
    }
}
