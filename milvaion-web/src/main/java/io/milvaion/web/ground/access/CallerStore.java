package io.milvaion.web.ground.access;

import io.milvaion.scheduler.people.caller.Caller;
import io.milvaion.scheduler.people.caller.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;

/** Tells the container whose a token or key is; the roles of a caller are their permissions. */
@ApplicationScoped
public class CallerStore implements IdentityStore {

    @Inject Callers callers;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        return credential instanceof Shown shown
                ? callers.recognise(shown.text(), shown.address())
                        .map(CallerStore::known)
                        .orElse(CredentialValidationResult.INVALID_RESULT)
                : CredentialValidationResult.NOT_VALIDATED_RESULT;
    }

    private static CredentialValidationResult known(Caller caller) {
        return new CredentialValidationResult(caller, caller.roles());
    }
}
