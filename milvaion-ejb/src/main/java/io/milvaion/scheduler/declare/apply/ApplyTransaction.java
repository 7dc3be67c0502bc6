package io.milvaion.scheduler.declare.apply;

import io.milvaion.scheduler.declare.plan.Action;
import io.milvaion.scheduler.declare.plan.ChangePlan;
import io.milvaion.scheduler.declare.plan.ManagedRows;
import io.milvaion.scheduler.declare.plan.ObjectKind;
import io.milvaion.scheduler.declare.plan.PlannedStep;
import io.milvaion.scheduler.declare.plan.Planner;
import io.milvaion.scheduler.declare.plan.Request;
import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.job.almanac.CalendarBooks;
import io.milvaion.scheduler.job.catalog.ServersAway;
import jakarta.ejb.Stateless;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import org.hibernate.Session;

/**
 * Carries out a plan as one transaction, on Hibernate's connection. An enterprise bean for the same
 * reason as {@link io.milvaion.scheduler.job.catalog.JobStore}, whose transactions join it.
 */
@Stateless
@Interceptors(ServersAway.class)
public class ApplyTransaction {

    /** All that there is has been locked by id; what others name is written before them. */
    private static final Comparator<PlannedStep<?>> ORDER =
            Comparator.<PlannedStep<?>>comparingInt(ApplyTransaction::turn)
                    .thenComparing(
                            PlannedStep::id, Comparator.nullsLast(Comparator.naturalOrder()));

    @PersistenceContext(unitName = "milvaion")
    EntityManager entities;

    /**
     * A plan that was carried out.
     *
     * @param afterwards to be run once it is committed
     */
    public record Applied(ChangePlan plan, List<Runnable> afterwards) {}

    public Applied apply(Request request, Judge judge, Instant now, String actor) {
        try {
            return entities.unwrap(Session.class)
                    .doReturningWork(connection -> apply(connection, request, judge, now, actor));
        } finally {
            CalendarBooks.forgetExpected();
        }
    }

    private static int turn(PlannedStep<?> step) {
        int rank = step.kind().rank();
        return step.action() == Action.DELETE ? Integer.MAX_VALUE - rank : rank;
    }

    private Applied apply(
            Connection connection, Request request, Judge judge, Instant now, String actor)
            throws SQLException {
        ManagedRows.lock(connection);
        var plan = new Planner(connection, request, now, true).plan();
        judge.judge(plan);
        var afterwards = new ArrayList<Runnable>();
        var done = new IdentityHashMap<PlannedStep<?>, PlannedStep<?>>();
        for (var step : plan.steps().stream().sorted(ORDER).toList()) {
            if (step.action() != Action.UNCHANGED) {
                var outcome = carryOut(connection, step, actor);
                var identified = step.identified(outcome.id());
                ManagedRows.write(connection, identified);
                recordNoted(connection, identified);
                done.put(step, identified);
                afterwards.add(outcome.afterwards());
                entities.clear(); // else each flush looks at all entities of the steps before
            }
        }
        if (!done.isEmpty()) {
            Audit.record(
                    connection,
                    Deed.of("documents.apply").on("documents", null, null).with(plan.count()));
        }
        return new Applied(plan.with(done), List.copyOf(afterwards));
    }

    /** What is done to the object itself its own write records. */
    private static void recordNoted(Connection connection, PlannedStep<?> step)
            throws SQLException {
        if (step.action() == Action.UPDATE && !step.managing().isEmpty()) {
            var type = step.kind().name().toLowerCase(Locale.ROOT);
            var was = new HashMap<String, Object>();
            var is = new HashMap<String, Object>();
            for (var change : step.managing()) {
                was.put(change.field(), change.from());
                is.put(change.field(), change.to());
            }
            var deed = Deed.of(type + ".declare").on(type, step.id(), step.name());
            Audit.record(connection, deed.changed(was, is));
        }
    }

    private static <T extends Record> ObjectKind.Done carryOut(
            Connection connection, PlannedStep<T> step, String actor) throws SQLException {
        return switch (step.action()) {
            case CREATE -> step.kind().create(connection, step.name(), step.wanted(), actor);
            case DELETE -> step.kind().delete(connection, step.id(), actor);
            default ->
                    step.changes().isEmpty()
                            ? new ObjectKind.Done(step.id(), () -> {})
                            : step.kind().edit(connection, step.id(), step.wanted(), actor);
        };
    }
}
