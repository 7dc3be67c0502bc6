package io.milvaion.web.ground.problem;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.DatabaseUnavailable;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.ground.refusal.Refusal;
import jakarta.transaction.SystemException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import redis.clients.jedis.exceptions.JedisException;

/** Turns whatever a request ends with into a problem document. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(ProblemMapper.class.getName());

    private static final int RETRY_AFTER_SECONDS = 5;

    @Override
    public Response toResponse(Throwable thrown) {
        var refusal = find(thrown, Refusal.class);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        var answer = find(thrown, WebApplicationException.class);
        if (answer.isPresent()) {
            return answered(answer.get());
        }
        return isUnavailable(thrown) ? unavailable(thrown) : failed(thrown);
    }

    private static Response refused(Refusal refusal) {
        LOG.log(System.Logger.Level.DEBUG, "refused: {0}", refusal.getMessage());
        var violations = refusal instanceof InvalidInput invalid ? invalid.violations() : null;
        var response =
                response(
                        new Problem(
                                "/problems/" + refusal.type(),
                                refusal.title(),
                                status(refusal.kind()),
                                refusal.getMessage(),
                                null,
                                violations,
                                refusal.members()));
        if (refusal.members().get("retryAfterSeconds") instanceof Long seconds) {
            response.header(HttpHeaders.RETRY_AFTER, seconds);
        }
        if (refusal instanceof Challenging known) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, known.challenge());
        }
        return response.build();
    }

    private static int status(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case CONTRADICTION -> 422;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
        };
    }

    private static Response answered(WebApplicationException answer) {
        var given = answer.getResponse();
        if (given.getStatus() >= 500) {
            return failed(answer);
        }
        if (given.getStatus() < 400) {
            return given;
        }
        LOG.log(System.Logger.Level.DEBUG, "refused: {0}", answer.getMessage());
        var title = given.getStatusInfo().getReasonPhrase();
        var response = response(Problem.blank(given.getStatus(), title, StatusDetail.of(answer)));
        var allow = given.getHeaderString(HttpHeaders.ALLOW);
        if (allow != null) {
            response.header(HttpHeaders.ALLOW, allow);
        }
        return response.build();
    }

    private static boolean isUnavailable(Throwable thrown) {
        return find(thrown, JedisException.class).isPresent()
                || find(thrown, DatabaseUnavailable.class).isPresent()
                // A commit that got no answer: the server tells its cause to the log only.
                || find(thrown, SystemException.class).isPresent()
                || find(thrown, SQLException.class)
                        .filter(e -> Database.translated(e) instanceof DatabaseUnavailable)
                        .isPresent();
    }

    private static Response unavailable(Throwable thrown) {
        var id = "urn:uuid:" + UUID.randomUUID();
        LOG.log(System.Logger.Level.DEBUG, id + " not answered", thrown);
        return response(
                        new Problem(
                                "/problems/unavailable",
                                "A part of the system does not answer",
                                503,
                                "The database or Redis does not answer now; try again.",
                                id,
                                null,
                                Map.of()))
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    private static Response failed(Throwable thrown) {
        var id = "urn:uuid:" + UUID.randomUUID();
        LOG.log(System.Logger.Level.ERROR, id + " failed", thrown);
        return response(
                        new Problem(
                                "about:blank",
                                "Internal Server Error",
                                500,
                                "The server failed; its log tells more under this instance.",
                                id,
                                null,
                                Map.of()))
                .build();
    }

    private static Response.ResponseBuilder response(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    }

    private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
