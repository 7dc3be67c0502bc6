package io.milvaion.web.ground.limit;

import io.milvaion.platform.config.KnownProtectionSettings;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.web.ground.limit.Buckets.Taken;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;

/** The limits of this node; {@code milvaion.limit.*}. */
@ApplicationScoped
public class RequestLimits {

    private static final String HEALTH = "/health";

    Optional<RequestLimit> ofCaller = Optional.empty();
    Optional<RequestLimit> ofAddress = Optional.empty();
    Optional<RequestLimit> ofExpensive = Optional.empty();
    private final Payers payers = new Payers();

    @PostConstruct
    void readSettings() {
        var settings = SettingsReader.ofApplication();
        ofCaller =
                RequestLimit.from(
                        settings, KnownProtectionSettings.LIMIT_CALLER_PER_SECOND, "caller");
        ofAddress =
                RequestLimit.from(
                        settings, KnownProtectionSettings.LIMIT_ADDRESS_PER_SECOND, "address");
        ofExpensive =
                RequestLimit.from(
                        settings, KnownProtectionSettings.LIMIT_EXPENSIVE_PER_SECOND, "expensive");
    }

    /**
     * Whether a request may go on; else 429 is to be answered, and the answer says when to come
     * again. Whoever asks for the health of this node always may.
     *
     * @param shown token or key of the request, not yet looked at; null if there is none
     */
    public boolean admit(String shown, HttpServletRequest request, HttpServletResponse response) {
        if (request.getServletPath().startsWith(HEALTH)) {
            return true;
        }
        var account = shown == null ? null : payers.account(shown);
        var taken =
                account == null
                        ? take(ofAddress, Payers.address(request.getRemoteAddr()), response)
                        : take(ofCaller, account, response);
        return isGranted(taken, response);
    }

    /**
     * Takes from the stricter bucket.
     *
     * @param account null if nobody has logged in: then the address pays
     * @throws TooManyRequests if it is empty
     */
    public void requireExpensive(
            UUID account, HttpServletRequest request, HttpServletResponse response) {
        var payer = account == null ? Payers.address(request.getRemoteAddr()) : account.toString();
        take(ofExpensive, payer, response)
                .filter(taken -> !taken.granted())
                .ifPresent(
                        taken -> {
                            throw new TooManyRequests(taken.waitSeconds());
                        });
    }

    /** What a request showed was found good: its account pays from now on. */
    public void learn(String shown, String account) {
        payers.learn(shown, account);
    }

    /** It was not: whoever shows it again pays with their address. */
    public void forget(String shown) {
        payers.forget(shown);
    }

    private static Optional<Taken> take(
            Optional<RequestLimit> limit, String payer, HttpServletResponse response) {
        return limit.map(known -> known.take(payer, response));
    }

    private static boolean isGranted(Optional<Taken> taken, HttpServletResponse response) {
        taken.filter(t -> !t.granted())
                .ifPresent(t -> response.setHeader("Retry-After", Long.toString(t.waitSeconds())));
        return taken.isEmpty() || taken.get().granted();
    }
}
