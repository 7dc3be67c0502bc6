package io.milvaion.worker.runtime.delivery;

import io.milvaion.worker.runtime.attempt.AttemptExecutor;
import io.milvaion.worker.runtime.attempt.HeldAttempts;
import io.milvaion.worker.runtime.report.Outbox;
import io.milvaion.worker.runtime.store.LocalStore;
import io.milvaion.worker.runtime.verify.Doubts;

/** What the work loop shares with the other threads of its worker. */
public record SharedParts(
        HeldAttempts held,
        AttemptExecutor executor,
        Outbox outbox,
        LocalStore store,
        Doubts doubts) {}
