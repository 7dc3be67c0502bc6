package io.milvaion.worker.runtime.report;

import io.milvaion.contract.HeartbeatMessage;
import io.milvaion.contract.RegistrationMessage;
import io.milvaion.contract.WireLimits;
import io.milvaion.platform.config.Release;
import io.milvaion.platform.text.CleanText;
import io.milvaion.worker.runtime.RedisClock;
import io.milvaion.worker.runtime.WorkerContext;
import io.milvaion.worker.runtime.WorkerIdentity;
import io.milvaion.worker.runtime.WorkerSettings;
import io.milvaion.worker.runtime.WorkerStatistics;
import io.milvaion.worker.runtime.job.JobDefinition;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Says when a worker instance is to register and to send a heartbeat, and what. */
public final class SignsOfLife {

    private static final long REGISTRATION_NANOS = Duration.ofSeconds(30).toNanos();

    private final WorkerIdentity identity;
    private final WorkerSettings settings;
    private final List<RegistrationMessage.Consumer> consumers;
    private final WorkerStatistics statistics;
    private final BooleanSupplier draining;
    private final RedisClock clock;
    private final Instant startedAt;
    private final long heartbeatNanos;
    private long registeredNanos;
    private long beatNanos;
    private volatile boolean stopping;
    private boolean farewellSent;
    private boolean drainingSent;

    /**
     * @param draining whether it was told to take no new work
     */
    public SignsOfLife(WorkerContext worker, List<JobDefinition> jobs, BooleanSupplier draining) {
        this.identity = worker.identity();
        this.settings = worker.settings();
        this.consumers = jobs.stream().map(JobDefinition::registration).toList();
        this.statistics = worker.statistics();
        this.draining = draining;
        this.clock = worker.clock();
        this.startedAt = clock.instant();
        this.heartbeatNanos = Duration.ofSeconds(settings.heartbeatSeconds()).toNanos();
        reconnected();
    }

    /** Register again at once: whoever listens may have missed the last time. */
    void reconnected() {
        registeredNanos = System.nanoTime() - REGISTRATION_NANOS;
        beatNanos = System.nanoTime() - heartbeatNanos;
    }

    /** Say at once and in each heartbeat that no work is taken any more; any thread. */
    public void stopping() {
        stopping = true;
    }

    void sendDue(ReportChannel channel) throws IOException {
        long now = System.nanoTime();
        if (now - registeredNanos >= REGISTRATION_NANOS) {
            registeredNanos = now;
            channel.send(registration());
        }
        boolean farewell = stopping && !farewellSent;
        boolean drained = draining.getAsBoolean();
        if (farewell || drained != drainingSent || now - beatNanos >= heartbeatNanos) {
            beatNanos = now;
            drainingSent = drained;
            farewellSent |= farewell;
            channel.send(heartbeat(drained));
        }
    }

    private HeartbeatMessage heartbeat(boolean drained) {
        return new HeartbeatMessage(
                identity.instanceId(),
                identity.group(),
                clock.instant(),
                statistics.running(),
                statistics.abandoned(),
                CleanText.utf8(statistics.refusing(), WireLimits.REFUSING_BYTES),
                stopping,
                drained);
    }

    private RegistrationMessage registration() {
        return new RegistrationMessage(
                identity.instanceId(),
                identity.group(),
                identity.host(),
                Release.VERSION,
                startedAt,
                settings.maxParallelJobs(),
                consumers);
    }
}
