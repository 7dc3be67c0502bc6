package io.milvaion.web.ground.audit;

import io.milvaion.scheduler.ground.audit.Acting;
import io.milvaion.scheduler.ground.audit.Actor;
import io.milvaion.scheduler.ground.audit.Deed.Outcome;
import io.milvaion.scheduler.ground.audit.Refusals;
import io.milvaion.scheduler.people.caller.Caller;
import io.milvaion.web.ground.access.CurrentCaller;
import io.milvaion.web.ground.access.Shown;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;

/**
 * Tells the audit who sends a request, and records what came to nothing. {@code web.xml} puts it
 * before everything of the API, so that it sees what others refuse.
 */
public class AuditFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** Names the request in its answer and in the audit. */
    public static final String ID_HEADER = "X-Request-Id";

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String NOTHING_CHANGED = "the request itself has changed nothing";

    @Inject transient CurrentCaller caller;
    @Inject transient Refusals refusals;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var id = UUID.randomUUID();
        response.setHeader(ID_HEADER, id.toString());
        try (var acting = Acting.as(() -> actor(request, id))) {
            chain.doFilter(request, response);
            if (!acting.hasRecorded() && isToRecord(request, response.getStatus())) {
                record(request, response.getStatus());
            }
        }
    }

    private Actor actor(HttpServletRequest request, UUID id) {
        return caller.find()
                .map(known -> actor(known, request.getRemoteAddr(), id))
                .orElseGet(() -> Actor.stranger(request.getRemoteAddr(), id));
    }

    private static Actor actor(Caller caller, String address, UUID request) {
        var by = caller.by();
        var credential =
                by instanceof Caller.By.Key key
                        ? new Actor.Credential("key", key.id(), key.name())
                        : new Actor.Credential(
                                by instanceof Caller.By.Foreign ? "token" : "session",
                                by.id(),
                                null);
        return new Actor(caller.getName(), caller.account(), credential, address, request);
    }

    /** Every write; of reads those that somebody may not have, or that show what is not good. */
    private static boolean isToRecord(HttpServletRequest request, int status) {
        return Attempted.in(request).action() != null
                || status == 403
                || (status == 401 && Shown.isIn(request))
                || (status == 421 && !READS.contains(request.getMethod()));
    }

    private void record(HttpServletRequest request, int status) {
        var attempted = Attempted.in(request);
        var deed = attempted.deed(request);
        if (status < 400) {
            refusals.record(deed.saying(NOTHING_CHANGED));
        } else {
            var outcome = status < 500 ? Outcome.REFUSED : Outcome.FAILED;
            refusals.record(deed.notDone(outcome, status, attempted.detail()));
        }
    }
}
