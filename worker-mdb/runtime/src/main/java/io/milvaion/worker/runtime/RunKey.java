package io.milvaion.worker.runtime;

import java.util.UUID;

/** What names a run in one worker: two attempts at one occurrence may overlap. */
public record RunKey(UUID occurrenceId, int attempt) {}
