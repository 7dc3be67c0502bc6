package io.milvaion.scheduler.mend.recovery;

import java.time.Instant;

/**
 * Who holds a run in Redis.
 *
 * @param state one of {@link io.milvaion.contract.ClaimField#RECEIVED} and its siblings
 * @param lease when it ends unless renewed, by the Redis clock
 */
record Claim(int attempt, String instance, String state, Instant lease) {}
