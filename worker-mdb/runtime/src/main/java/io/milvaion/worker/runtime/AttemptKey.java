package io.milvaion.worker.runtime;

import java.util.UUID;

/** What names an attempt; two at one occurrence may overlap in one worker. */
public record AttemptKey(UUID occurrenceId, int attempt) {}
