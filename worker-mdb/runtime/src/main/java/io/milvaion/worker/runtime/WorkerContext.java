package io.milvaion.worker.runtime;

import io.milvaion.platform.amqp.Signing;

/**
 * What every part of one worker instance may know and use; any thread.
 *
 * @param shutdown begins when the loops must end
 */
public record WorkerContext(
        WorkerSettings settings,
        WorkerIdentity identity,
        WorkerStatistics statistics,
        RedisClock clock,
        Shutdown shutdown) {

    /** Of a new instance, whose loops run. */
    public static WorkerContext create(WorkerSettings settings, WorkerStatistics statistics) {
        return new WorkerContext(
                settings,
                WorkerIdentity.create(settings.name(), settings.group()),
                statistics,
                new RedisClock(),
                new Shutdown());
    }

    /** How this instance signs what it sends. */
    public Signing signing() {
        return settings.signing().isOn()
                ? new MessageSigning(settings.signing(), identity, clock)
                : Signing.NONE;
    }
}
