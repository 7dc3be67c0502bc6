package io.milvaion.scheduler.people.factor;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.people.secret.AtRest;
import io.milvaion.scheduler.people.secret.Sealing;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Second factors as one node has them, and the app of somebody. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container here that would inject
public final class FactorScene {

    public final SecondFactors factors = new SecondFactors();
    private final Database database;

    public FactorScene(Database database) {
        this.database = database;
        factors.database = database;
        factors.mode = FactorMode.OPTIONAL;
        factors.rows = new FactorRows();
        factors.rows.atRest = new AtRest(Optional.of(new Sealing("a secret of a test")));
    }

    /** Has this node think that it is another time. */
    FactorScene at(Duration fromNow) {
        factors.clock = Clock.offset(Clock.systemUTC(), fromNow);
        return this;
    }

    /** Sets one up and tells the recovery codes. */
    public List<String> enrol(UUID account) {
        factors.begin(account, "ada");
        return factors.confirm(account, code(account, 0));
    }

    /** What the app shows so many steps from now, by the clock of this node. */
    public String code(UUID account, int steps) {
        var factor = database.autocommit(c -> factors.rows.find(c, account)).orElseThrow();
        long step = Totp.step(factors.clock.instant()) + steps;
        return Totp.code(factor.secret(), step, Totp.DIGITS);
    }
}
