package io.milvaion.scheduler.run.leader;

import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.health.SystemHealth;
import io.milvaion.scheduler.ground.metric.Metrics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Tells the log, health, metrics and pages when this node begins and stops to lead. */
@ApplicationScoped
public class LeaderNews {

    private static final System.Logger LOG = System.getLogger(LeaderNews.class.getName());
    private static final String COMPONENT = SystemHealth.LEADER;

    @Inject LiveEvents events;
    @Inject Metrics metrics;
    @Inject SystemHealth health;

    void leads(String node, Term term) {
        LOG.log(System.Logger.Level.INFO, "this node leads in term {0}", term.number());
        healthy(term);
        metrics.leading(term.number());
        events.publish(LeaderEvents.leads(node, term));
    }

    /**
     * No node has renewed the lease for too long.
     *
     * @param detail since when and why
     */
    void nobodyLeads(String detail) {
        health.report(COMPONENT, SystemHealth.Status.DEGRADED, detail);
        metrics.leaderless(true);
    }

    /** Another term has begun, on whichever node. */
    void leaderChanged() {
        metrics.leaderChanged();
    }

    /** No leader stays for long. */
    void leadersChange(String detail) {
        health.report(SystemHealth.LEADER_CHANGES, SystemHealth.Status.DEGRADED, detail);
    }

    void leadersStay() {
        health.forget(SystemHealth.LEADER_CHANGES);
    }

    /** A node renews the lease; it may be this one. */
    void somebodyLeads(Optional<Term> own) {
        metrics.leaderless(false);
        own.ifPresentOrElse(this::healthy, () -> health.forget(COMPONENT));
    }

    /** PostgreSQL has refused a transaction of a term that is over. */
    void refused() {
        metrics.staleWriteRefused();
    }

    private void healthy(Term term) {
        health.report(COMPONENT, SystemHealth.Status.UP, "leads in term " + term.number());
    }

    void leadsNoMore(String node, String reason) {
        LOG.log(System.Logger.Level.WARNING, "this node stops leading: {0}", reason);
        health.forget(COMPONENT);
        metrics.following();
        events.publish(LeaderEvents.gone(node, reason));
    }
}
