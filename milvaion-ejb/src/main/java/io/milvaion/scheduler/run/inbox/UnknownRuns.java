package io.milvaion.scheduler.run.inbox;

import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.state.index.AttemptKey;
import io.milvaion.scheduler.state.index.RunIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;

/**
 * Runs that workers name and PostgreSQL does not know. A run is published after its commit, so this
 * is no matter of time: the database is older than their message.
 */
@ApplicationScoped
public class UnknownRuns {

    /** What their dead letters say. */
    public static final String REASON =
            "PostgreSQL does not know the run: the database is older than the message about it";

    private static final System.Logger LOG = System.getLogger(UnknownRuns.class.getName());

    private RunIndex index;
    private Metrics metrics;

    protected UnknownRuns() {} // for the container's proxy

    @Inject
    public UnknownRuns(RunIndex index, Metrics metrics) {
        this.index = index;
        this.metrics = metrics;
    }

    /** Counts them, and removes them from the index. */
    public void forget(Collection<AttemptKey> runs) {
        if (runs.isEmpty()) {
            return;
        }
        metrics.unknownRuns(runs.size());
        LOG.log(
                System.Logger.Level.WARNING,
                "{0} messages are about runs that PostgreSQL does not know, as {1}",
                runs.size(),
                runs.iterator().next().occurrenceId());
        index.published(runs);
        index.closed(runs.stream().map(AttemptKey::occurrenceId).toList());
    }
}
