package io.milvaion.worker.runtime.delivery;

import java.util.UUID;

/** What names a run in one worker: two attempts at one occurrence may overlap. */
record RunKey(UUID occurrenceId, int attempt) {}
