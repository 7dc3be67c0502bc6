package io.milvaion.scheduler.declare.apply;

import io.milvaion.scheduler.declare.plan.ChangePlan;
import io.milvaion.scheduler.declare.plan.Planner;
import io.milvaion.scheduler.declare.plan.Request;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Repeated;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.job.almanac.CalendarBooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Objects as documents declare them. */
@ApplicationScoped
public class Declarations {

    @Inject ApplyTransaction transaction;
    @Inject Database database;
    @Inject RedisClock clock;

    /**
     * Tells what would be done, without doing it.
     *
     * @throws io.milvaion.scheduler.ground.refusal.InvalidInput naming everything that is wrong
     */
    public ChangePlan plan(Request request) {
        var now = clock.now();
        try {
            return database.transaction(
                    connection -> new Planner(connection, request, now, false).plan());
        } finally {
            CalendarBooks.forgetExpected();
        }
    }

    /**
     * Does it, all or nothing.
     *
     * @param judge may refuse the plan
     * @param actor who wants it, for the record of versions
     * @return what was done
     * @throws io.milvaion.scheduler.ground.refusal.InvalidInput likewise
     */
    public ChangePlan apply(Request request, Judge judge, String actor) {
        var now = clock.now();
        var applied = Repeated.run(() -> transaction.apply(request, judge, now, actor));
        applied.afterwards().forEach(Runnable::run);
        return applied.plan();
    }
}
