package io.milvaion.web.ground.access;

import io.milvaion.scheduler.ground.persistence.DatabaseUnavailable;
import io.milvaion.scheduler.people.caller.Caller;
import io.milvaion.scheduler.people.elsewhere.Away;
import io.milvaion.web.ground.guard.AnswerHeaders;
import io.milvaion.web.ground.limit.RequestLimits;
import io.milvaion.web.ground.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Recognises the sender of each request. Whether a caller is needed is for others to say, but for
 * what {@code web.xml} constrains.
 */
@ApplicationScoped
public class CallerAuthentication implements HttpAuthenticationMechanism {

    private static final System.Logger LOG = System.getLogger(CallerAuthentication.class.getName());

    private static final int TOO_MANY_REQUESTS = 429;

    @Inject IdentityStoreHandler stores;
    @Inject RequestLimits limits;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        var shown = Shown.in(request);
        if (!limits.admit(shown.map(Shown::text).orElse(null), request, response)) {
            return answer(TOO_MANY_REQUESTS, request, response);
        }
        if (shown.isPresent()) {
            try {
                var result = stores.validate(shown.get());
                if (result.getStatus() == CredentialValidationResult.Status.VALID) {
                    learn(shown.get(), result);
                    return context.notifyContainerAboutLogin(result);
                }
                limits.forget(shown.get().text());
                Challenge.remember(request);
            } catch (DatabaseUnavailable
                    | Away e) { // neither yes nor no: who needs a caller hears of it
                Unknowable.remember(request, e);
                if (context.isProtected()) {
                    return unavailable(request, response);
                }
            }
        }
        return context.isProtected() ? refuse(request, response) : context.doNothing();
    }

    private void learn(Shown shown, CredentialValidationResult result) {
        if (result.getCallerPrincipal() instanceof Caller caller) {
            limits.learn(shown.text(), caller.account().toString());
        }
    }

    private static AuthenticationStatus refuse(
            HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("WWW-Authenticate", Challenge.of(request));
        return answer(401, request, response);
    }

    private static AuthenticationStatus unavailable(
            HttpServletRequest request, HttpServletResponse response) {
        LOG.log(System.Logger.Level.DEBUG, "nobody is recognised now");
        response.setIntHeader("Retry-After", Unknowable.RETRY_AFTER_SECONDS);
        return answer(503, request, response);
    }

    /** Filters are not asked any more then. */
    private static AuthenticationStatus answer(
            int status, HttpServletRequest request, HttpServletResponse response) {
        AnswerHeaders.write(request, response);
        try {
            Problem.of(status).send(response);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the caller is gone", e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }
}
