package io.milvaion.scheduler.run.leader;

import io.milvaion.platform.config.SettingsReader;
import io.milvaion.platform.loop.Loop;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/**
 * The leader's rounds of marks, each as long after the last as a renewal of the lease; on a thread
 * of its own, since PostgreSQL must not hold up a renewal.
 */
@ApplicationScoped
class MarkLoop implements Activity {

    @Inject Leadership leadership;
    @Inject Marks marks;

    private Duration period;

    @Override
    public Turn turn() {
        return Turn.QUIET;
    }

    @Override
    public List<Loop> start(ThreadFactory threads) {
        period = LeaderSettings.from(SettingsReader.ofApplication()).renewal();
        return List.of(new Loop("marks", period, this::step).start(threads));
    }

    private Duration step() throws Exception {
        return leadership.lead(this::round, period);
    }

    private Duration round(Term term) {
        marks.round(term, leadership.valueOf(term))
                .ifPresent(setBack -> leadership.end(term, setBack.found()));
        return period;
    }
}
