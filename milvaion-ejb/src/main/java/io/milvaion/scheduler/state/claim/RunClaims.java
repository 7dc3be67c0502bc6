package io.milvaion.scheduler.state.claim;

import io.milvaion.contract.ClaimEnd;
import io.milvaion.contract.ClaimField;
import io.milvaion.contract.StatusMessage.Report;
import io.milvaion.contract.UnknownCode;
import io.milvaion.platform.log.QuietLog;
import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.state.index.AttemptKey;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisDataException;

/** Reads claims. */
public final class RunClaims {

    private static final System.Logger LOG = System.getLogger(RunClaims.class.getName());
    private static final QuietLog QUIET = QuietLog.of(RunClaims.class);

    private final Redis redis;

    public RunClaims(Redis redis) {
        this.redis = redis;
    }

    /**
     * The claims that speak of these attempts, by occurrence; a run whose claim is of an older
     * attempt has none.
     */
    public Map<UUID, Claim> of(Collection<AttemptKey> attempts) {
        var answers = new HashMap<AttemptKey, Response<List<String>>>();
        try (var pipeline = redis.pool().pipelined()) {
            for (var attempt : attempts) {
                answers.put(
                        attempt,
                        pipeline.hmget(
                                redis.keys().claim(attempt.occurrenceId()),
                                ClaimField.ATTEMPT,
                                ClaimField.INSTANCE,
                                ClaimField.STATE,
                                ClaimField.LEASE,
                                ClaimField.END));
            }
            pipeline.sync();
        }
        var claims = new HashMap<UUID, Claim>();
        answers.forEach(
                (attempt, answer) ->
                        claim(attempt.occurrenceId(), answer)
                                .filter(claim -> claim.concerns(attempt.attempt()))
                                .ifPresent(claim -> claims.put(attempt.occurrenceId(), claim)));
        return claims;
    }

    /** A key that is no claim would keep readers from all runs, and workers from this one. */
    private Optional<Claim> claim(UUID id, Response<List<String>> answer) {
        try {
            var fields = answer.get();
            if (fields.get(0) == null || fields.get(2) == null || fields.get(3) == null) {
                return Optional.empty();
            }
            int attempt = Integer.parseInt(fields.get(0));
            return Optional.of(
                    new Claim(
                            attempt,
                            fields.get(1),
                            fields.get(2),
                            Instant.ofEpochMilli(Long.parseLong(fields.get(3))),
                            end(id, attempt, fields)));
        } catch (JedisDataException | NumberFormatException e) {
            QUIET.log(System.Logger.Level.WARNING, "the claim of {0} is none: {1}", id, e);
            redis.pool().del(redis.keys().claim(id));
            return Optional.empty();
        }
    }

    private static Optional<Report> end(UUID id, int attempt, List<String> fields) {
        if (fields.get(4) == null || !fields.get(2).equals(ClaimField.DONE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ClaimEnd.read(id, attempt, fields.get(4)));
        } catch (IllegalArgumentException | UnknownCode e) {
            LOG.log(System.Logger.Level.DEBUG, "the claim of {0} has no readable end: {1}", id, e);
            return Optional.empty();
        }
    }
}
