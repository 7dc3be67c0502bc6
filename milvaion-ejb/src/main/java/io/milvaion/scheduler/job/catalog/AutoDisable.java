package io.milvaion.scheduler.job.catalog;

import io.milvaion.platform.log.QuietLog;
import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Repeated;
import io.milvaion.scheduler.job.autodisable.Breaker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.UUID;

/**
 * Deactivates jobs that have failed too often and enables them after their cooldown, by edits in
 * the name of the scheduler.
 */
@ApplicationScoped
public class AutoDisable {

    private static final QuietLog QUIET = QuietLog.of(AutoDisable.class);

    @Inject Database database;
    @Inject JobStore store;
    @Inject Jobs jobs;
    @Inject LiveEvents events;
    @Inject Metrics metrics;

    /**
     * Does what is to be done about jobs, if anything is. Never fails: the leader looks again each
     * second.
     */
    public void settle(Collection<UUID> jobIds) {
        for (UUID id : jobIds) {
            try {
                disable(id);
                enable(id);
            } catch (RuntimeException e) { // what an enterprise bean throws hides the cause
                QUIET.log(System.Logger.Level.WARNING, "job {0} is looked at again: {1}", id, e);
            }
        }
    }

    /** Finds what a crash has left undone and cooldowns that are over; the leader's chore. */
    public void settle() {
        settle(database.autocommit(Breaker::undone));
    }

    private void disable(UUID id) {
        Repeated.run(() -> store.disable(id))
                .ifPresent(
                        saved -> {
                            var disabled = jobs.settle(saved);
                            metrics.jobAutoDisabled();
                            events.publish(
                                    JobEvents.disabled(
                                            id,
                                            disabled.job().definition().displayName(),
                                            disabled.failures().disabledReason(),
                                            disabled.failures().enablesAt()));
                        });
    }

    private void enable(UUID id) {
        Repeated.run(() -> store.enable(id))
                .ifPresent(
                        saved -> {
                            var enabled = jobs.settle(saved);
                            events.publish(
                                    JobEvents.enabled(
                                            id, enabled.job().definition().displayName()));
                        });
    }
}
