package io.milvaion.scheduler.people.factor;

import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.ground.audit.Acting;
import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Sets second factors up, and judges what is shown of them. */
@ApplicationScoped
public class SecondFactors {

    /** As many as HMAC-SHA-1 gives (RFC 4226 §4, R6). */
    private static final int SECRET_BYTES = 20;

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject Database database;
    @Inject FactorRows rows;

    FactorMode mode;
    Clock clock = Clock.systemUTC();

    @PostConstruct
    void readSettings() {
        mode = FactorMode.from(SettingsReader.ofApplication());
    }

    /** Whether a login of this account needs one. */
    public boolean isAskedFor(UUID account) {
        return mode != FactorMode.OFF && state(account).state().equals("on");
    }

    public FactorState state(UUID account) {
        return database.autocommit(
                connection -> {
                    var state =
                            rows.find(connection, account)
                                    .map(factor -> factor.confirmed() ? "on" : "pending")
                                    .orElse("off");
                    return new FactorState(
                            state, mode.word(), RecoveryCodes.left(connection, account));
                });
    }

    /**
     * Makes a secret that is pending until a code shows that the app knows it.
     *
     * @param name of the account, for the list of the app
     * @throws FactorStays if one is on, or nobody is to have one
     */
    public Enrolment begin(UUID account, String name) {
        if (mode == FactorMode.OFF) {
            throw FactorStays.unwanted();
        }
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        boolean begun =
                database.transaction(
                        connection -> {
                            boolean added =
                                    rows.insert(connection, account, secret, clock.instant());
                            if (added) {
                                record(connection, "secondFactor.begin", account);
                            }
                            return added;
                        });
        if (!begun) {
            throw FactorStays.on();
        }
        return Enrolment.of(secret, name);
    }

    /**
     * Puts the pending one in force.
     *
     * @return recovery codes, which nobody sees again
     * @throws InvalidInput if the code is wrong
     * @throws FactorStays if none is pending
     */
    public List<String> confirm(UUID account, String code) {
        return database.transaction(
                connection -> {
                    var factor = rows.find(connection, account);
                    if (factor.isEmpty() || factor.get().confirmed()) {
                        throw FactorStays.notPending();
                    }
                    if (!acceptsCode(connection, account, factor.get(), code)) {
                        throw new InvalidInput("code", "This is not the present code of the app.");
                    }
                    rows.confirm(connection, account, clock.instant());
                    record(connection, "secondFactor.confirm", account);
                    return RecoveryCodes.renew(connection, account);
                });
    }

    /** Whether this is a good code of the app or for recovery; it is used up then. */
    public boolean accepts(UUID account, String code) {
        return database.transaction(
                connection -> {
                    var factor = rows.find(connection, account).filter(Factor::confirmed);
                    return factor.isPresent()
                            && (acceptsCode(connection, account, factor.get(), code)
                                    || RecoveryCodes.use(connection, account, code));
                });
    }

    /**
     * Makes new recovery codes.
     *
     * @throws FactorStays if there is no second factor
     */
    public List<String> renewRecoveryCodes(UUID account) {
        return database.transaction(
                connection -> {
                    if (rows.find(connection, account).filter(Factor::confirmed).isEmpty()) {
                        throw FactorStays.notOn();
                    }
                    record(connection, "secondFactor.renewRecoveryCodes", account);
                    return RecoveryCodes.renew(connection, account);
                });
    }

    /** Turns it off; harmless if there is none. */
    public void remove(UUID account) {
        database.transaction(
                connection -> {
                    FactorRows.delete(connection, account);
                    record(connection, "secondFactor.turnOff", account);
                    return null;
                });
    }

    private static void record(Connection connection, String action, UUID account)
            throws SQLException {
        Audit.record(connection, Deed.of(action).on("account", account, Acting.now().name()));
    }

    private boolean acceptsCode(Connection connection, UUID account, Factor factor, String code)
            throws SQLException {
        var step = Totp.match(factor.secret(), code, clock.instant(), factor.lastStep());
        return step.isPresent() && rows.use(connection, account, step.getAsLong());
    }
}
