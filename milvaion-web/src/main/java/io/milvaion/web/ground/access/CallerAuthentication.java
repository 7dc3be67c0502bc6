package io.milvaion.web.ground.access;

import io.milvaion.scheduler.ground.persistence.DatabaseUnavailable;
import io.milvaion.web.ground.problem.ProblemPage;
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

/**
 * Recognises the sender of each request. Whether a caller is needed is for others to say, but for
 * what {@code web.xml} constrains.
 */
@ApplicationScoped
public class CallerAuthentication implements HttpAuthenticationMechanism {

    private static final System.Logger LOG = System.getLogger(CallerAuthentication.class.getName());

    @Inject IdentityStoreHandler stores;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        var shown = Shown.in(request);
        if (shown.isPresent()) {
            try {
                var result = stores.validate(shown.get());
                if (result.getStatus() == CredentialValidationResult.Status.VALID) {
                    return context.notifyContainerAboutLogin(result);
                }
                Challenge.remember(request);
            } catch (DatabaseUnavailable e) { // who it is cannot be told: neither yes nor no
                LOG.log(System.Logger.Level.WARNING, "nobody is recognised: {0}", e.getMessage());
                ProblemPage.write(response, 503);
                return AuthenticationStatus.SEND_FAILURE;
            }
        }
        return context.isProtected() ? refuse(request, response) : context.doNothing();
    }

    private static AuthenticationStatus refuse(
            HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("WWW-Authenticate", Challenge.of(request));
        ProblemPage.write(response, 401);
        return AuthenticationStatus.SEND_FAILURE;
    }
}
