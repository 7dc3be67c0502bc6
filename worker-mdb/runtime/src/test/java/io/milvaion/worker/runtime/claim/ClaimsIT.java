package io.milvaion.worker.runtime.claim;

import static io.milvaion.worker.runtime.JobMessageBuilder.aJobMessage;
import static io.milvaion.worker.runtime.WorkerSettingsBuilder.someSettings;
import static io.milvaion.worker.runtime.claim.ClaimOutcome.CANCELLED;
import static io.milvaion.worker.runtime.claim.ClaimOutcome.DEAD;
import static io.milvaion.worker.runtime.claim.ClaimOutcome.DONE;
import static io.milvaion.worker.runtime.claim.ClaimOutcome.DOUBT;
import static io.milvaion.worker.runtime.claim.ClaimOutcome.GRANTED;
import static io.milvaion.worker.runtime.claim.ClaimOutcome.HELD;
import static io.milvaion.worker.runtime.claim.ClaimOutcome.LIVE;
import static io.milvaion.worker.runtime.claim.ClaimOutcome.LOST;
import static io.milvaion.worker.runtime.claim.ClaimOutcome.MISSING;
import static io.milvaion.worker.runtime.claim.ClaimOutcome.SETTLE;
import static io.milvaion.worker.runtime.claim.ClaimOutcome.SUPERSEDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.contract.ClaimField;
import io.milvaion.contract.ClaimScript;
import io.milvaion.contract.JobMessage;
import io.milvaion.contract.RedisKeys;
import io.milvaion.platform.redis.Redis;
import io.milvaion.platform.redis.RedisSettings;
import io.milvaion.worker.runtime.JobMessageBuilder;
import io.milvaion.worker.runtime.RedisClock;
import io.milvaion.worker.runtime.Shutdown;
import io.milvaion.worker.runtime.TestRedis;
import io.milvaion.worker.runtime.WorkerContext;
import io.milvaion.worker.runtime.WorkerIdentity;
import io.milvaion.worker.runtime.WorkerStatistics;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.params.SetParams;

/** The claim scripts in a real Redis: every answer, and who wins when two ask. */
class ClaimsIT {

    private static final String GENERATION = "g1";

    @RegisterExtension static final TestRedis server = new TestRedis();
    private static Redis redis;

    private final UUID id = UUID.randomUUID();
    private final Claims mine = claims("mine");
    private final Claims theirs = claims("theirs");

    @BeforeAll
    static void connect() {
        redis =
                Redis.connect(
                        new RedisSettings(
                                URI.create("redis://127.0.0.1:" + server.port()),
                                new RedisKeys("p:"),
                                2_000,
                                4));
    }

    @AfterAll
    static void disconnect() {
        redis.close();
    }

    @Test
    void anUnclaimedRunIsGrantedAndLivesTenMinutes() {
        var reply = claim(mine, 1, false);

        assertThat(reply.outcome()).isEqualTo(GRANTED);
        assertThat(reply.running()).isFalse();
        assertThat(redis.pool().hgetAll(redis.keys().claim(id)))
                .containsEntry(ClaimField.ATTEMPT, "1")
                .containsEntry(ClaimField.INSTANCE, "mine")
                .containsEntry(ClaimField.TOKEN, "token-mine")
                .containsEntry(ClaimField.STATE, ClaimField.RECEIVED);
        long lease = Long.parseLong(field(ClaimField.LEASE));
        assertThat(lease - reply.redisMicros() / 1_000).isBetween(29_999L, 30_001L);
        assertThat(redis.pool().pttl(redis.keys().claim(id)))
                .isBetween(Duration.ofMinutes(9).toMillis(), Duration.ofMinutes(10).toMillis());
    }

    @Test
    void withASlotFreeItIsRunningAtOnce() {
        assertThat(claim(mine, 1, true).running()).isTrue();
        assertThat(field(ClaimField.STATE)).isEqualTo(ClaimField.RUNNING);
    }

    @Test
    void aNewerAttemptReplacesAnOlderOneAndNeverTheOtherWay() {
        claim(theirs, 1, true);

        assertThat(claim(mine, 2, true).outcome()).isEqualTo(GRANTED);
        assertThat(claim(theirs, 1, true).outcome()).isEqualTo(SUPERSEDED);
        assertThat(call(theirs, ClaimScript.RENEW, 1, ClaimField.RUNNING).outcome())
                .isEqualTo(LOST);
        assertThat(call(theirs, ClaimScript.DONE, 1).outcome()).isEqualTo(LOST);
        assertThat(field(ClaimField.ATTEMPT)).isEqualTo("2");
    }

    /** As after a set-back of Redis: what it says is older than what a worker knows. */
    @ParameterizedTest
    @EnumSource(
            value = ClaimScript.class,
            names = {"RENEW", "DONE"})
    void aClaimOfAnOlderAttemptStandsInNoWay(ClaimScript script) {
        claim(theirs, 1, true);
        call(theirs, ClaimScript.DONE, 1);

        assertThat(call(mine, script, 2, ClaimField.RUNNING).outcome()).isNotEqualTo(LOST);

        assertThat(field(ClaimField.ATTEMPT)).isEqualTo("2");
        assertThat(field(ClaimField.INSTANCE)).isEqualTo("mine");
        assertThat(claim(theirs, 1, true).outcome()).isEqualTo(SUPERSEDED);
    }

    @Test
    void aStartThatFindsTheClaimOfAnOlderAttemptClaimsAnew() {
        claim(theirs, 1, true);

        assertThat(call(mine, ClaimScript.START, 2).outcome()).isEqualTo(MISSING);
        assertThat(claim(mine, 2, true, true, false).outcome()).isEqualTo(GRANTED);
    }

    @Test
    void aRunThatIsDoneAnswersItsLateCopies() {
        claim(mine, 1, true);
        assertThat(call(mine, ClaimScript.DONE, 1).outcome()).isEqualTo(DONE);

        assertThat(claim(mine, 1, true).outcome()).isEqualTo(DONE);
        assertThat(claim(theirs, 1, true).outcome()).isEqualTo(DONE);
        assertThat(claim(theirs, 2, true).outcome()).isEqualTo(GRANTED);
    }

    @Test
    void aSecondDeliveryToTheHolderIsSettledWithTheFirst() {
        claim(mine, 1, false);
        assertThat(claim(mine, 1, true).outcome()).isEqualTo(SETTLE);
        assertThat(field(ClaimField.STATE)).isEqualTo(ClaimField.RECEIVED);

        call(mine, ClaimScript.START, 1);
        var again = claim(mine, 1, false);
        assertThat(again.outcome()).isEqualTo(SETTLE);
        assertThat(again.running()).isTrue();
    }

    @Test
    void nobodyTakesARunningRunOver() {
        claim(theirs, 1, true);
        assertThat(claim(mine, 1, true, true, true).outcome()).isEqualTo(LIVE);

        endLease();
        assertThat(claim(mine, 1, true, true, true).outcome()).isEqualTo(DEAD);
        assertThat(field(ClaimField.INSTANCE)).isEqualTo("theirs");
    }

    @Test
    void aReceivedRunIsTakenOverWhenItsDeliveryCameBackOrItsLeaseEnded() {
        claim(theirs, 1, false);
        assertThat(claim(mine, 1, false).outcome()).isEqualTo(LIVE);

        assertThat(claim(mine, 1, false, true, false).outcome()).isEqualTo(GRANTED);
        assertThat(call(theirs, ClaimScript.START, 1).outcome()).isEqualTo(LOST);

        endLease();
        assertThat(claim(theirs, 1, true).outcome()).isEqualTo(GRANTED);
        assertThat(field(ClaimField.INSTANCE)).isEqualTo("theirs");
    }

    @Test
    void aCancelledRunIsNotClaimedAndNotStarted() {
        claim(mine, 1, false);
        cancel();
        assertThat(call(mine, ClaimScript.START, 1).outcome()).isEqualTo(CANCELLED);
        assertThat(claim(theirs, 1, false, true, true).outcome()).isEqualTo(CANCELLED);
        assertThat(claim(theirs, 2, true).outcome()).isEqualTo(CANCELLED);
        call(mine, ClaimScript.DROP, 1);
        assertThat(claim(mine, 1, true).outcome()).isEqualTo(CANCELLED);
        assertThat(redis.pool().exists(redis.keys().claim(id))).isFalse();
    }

    @Test
    void aRunningRunLearnsOfItsCancellationFromTheRenewal() {
        claim(mine, 1, true);
        assertThat(call(mine, ClaimScript.RENEW, 1, ClaimField.RUNNING).outcome()).isEqualTo(HELD);
        cancel();
        assertThat(call(mine, ClaimScript.RENEW, 1, ClaimField.RUNNING).outcome())
                .isEqualTo(CANCELLED);
        assertThat(field(ClaimField.STATE)).isEqualTo(ClaimField.RUNNING);
    }

    @Test
    void aRenewalMovesTheLeaseAndWritesALostClaimBack() {
        claim(mine, 1, true);
        endLease();
        call(mine, ClaimScript.RENEW, 1, ClaimField.RECEIVED);
        assertThat(Long.parseLong(field(ClaimField.LEASE))).isPositive();
        assertThat(field(ClaimField.STATE)).isEqualTo(ClaimField.RUNNING); // never backwards

        redis.pool().flushAll(); // the scripts are gone too
        assertThat(call(mine, ClaimScript.RENEW, 1, ClaimField.RUNNING).outcome()).isEqualTo(HELD);
        assertThat(claim(theirs, 1, true, true, true).outcome()).isEqualTo(LIVE);
    }

    @Test
    void aRenewalThatCameLateDoesNotReviveARunThatIsDone() {
        claim(mine, 1, true);
        call(mine, ClaimScript.DONE, 1);
        call(mine, ClaimScript.RENEW, 1, ClaimField.RUNNING);
        assertThat(field(ClaimField.STATE)).isEqualTo(ClaimField.DONE);
    }

    @Test
    void aStartWithoutAClaimSaysSoAndAStartMayBeRepeated() {
        assertThat(call(mine, ClaimScript.START, 1).outcome()).isEqualTo(MISSING);

        claim(mine, 1, false);
        assertThat(call(mine, ClaimScript.START, 1).outcome()).isEqualTo(GRANTED);
        cancel(); // after the first answer, which was lost
        assertThat(call(mine, ClaimScript.START, 1).outcome()).isEqualTo(GRANTED);
    }

    @Test
    void onlyTheHolderDropsAClaimAndOnlyBeforeTheStart() {
        claim(mine, 1, false);
        call(theirs, ClaimScript.DROP, 1);
        assertThat(field(ClaimField.INSTANCE)).isEqualTo("mine");

        call(mine, ClaimScript.START, 1);
        call(mine, ClaimScript.DROP, 1);
        assertThat(field(ClaimField.STATE)).isEqualTo(ClaimField.RUNNING);

        claim(mine, 2, false);
        call(mine, ClaimScript.DROP, 2);
        assertThat(redis.pool().exists(redis.keys().claim(id))).isFalse();
    }

    @Test
    void aMessageThatMayBeAboutAnEndedRunIsADoubtUntilThatIsSettled() {
        assertThat(claim(mine, 1, false, true, false).outcome()).isEqualTo(DOUBT);
        assertThat(claim(mine, message(1).copy(2).build()).outcome()).isEqualTo(DOUBT);
        assertThat(claim(mine, message(1).generation("g0").build()).outcome()).isEqualTo(DOUBT);
        var longAgo = Instant.EPOCH.plusSeconds(1);
        assertThat(claim(mine, message(1).publishedAt(longAgo).build()).outcome()).isEqualTo(DOUBT);
        assertThat(redis.pool().exists(redis.keys().claim(id))).isFalse();

        assertThat(claim(mine, 1, false, true, true).outcome()).isEqualTo(GRANTED);
    }

    @Test
    void manyCallsAreAnsweredInTheirOrder() {
        var other = UUID.randomUUID();
        var replies =
                mine.call(
                        List.of(
                                new ClaimCall(ClaimScript.START, id, 1, List.of()),
                                ClaimCall.claim(message(1).build(), true, false, GENERATION, false),
                                new ClaimCall(ClaimScript.START, other, 1, List.of()),
                                new ClaimCall(ClaimScript.DONE, id, 1, List.of())));

        assertThat(replies)
                .extracting(ClaimReply::outcome)
                .containsExactly(MISSING, GRANTED, MISSING, DONE);
    }

    private Claims claims(String instance) {
        var context =
                new WorkerContext(
                        someSettings(Path.of("unused")).claimLeaseSeconds(30).build(),
                        new WorkerIdentity(instance, null, "host", "token-" + instance),
                        new WorkerStatistics(),
                        new RedisClock(),
                        new Shutdown());
        return new Claims(context, redis.pool(), redis.keys());
    }

    private ClaimReply claim(Claims who, int attempt, boolean start) {
        return claim(who, attempt, start, false, false);
    }

    private ClaimReply claim(
            Claims who, int attempt, boolean start, boolean redelivered, boolean settled) {
        var message = message(attempt).build();
        return who.call(List.of(ClaimCall.claim(message, start, redelivered, GENERATION, settled)))
                .get(0);
    }

    private static ClaimReply claim(Claims who, JobMessage message) {
        return who.call(List.of(ClaimCall.claim(message, false, false, GENERATION, false))).get(0);
    }

    private JobMessageBuilder message(int attempt) {
        return aJobMessage("t", id).attempt(attempt).generation(GENERATION);
    }

    @Test
    void aDoneClaimSaysHowItsOwnAttemptHasEnded() {
        claim(mine, 1, true);
        call(mine, ClaimScript.DONE, 1, "state=3");
        call(mine, ClaimScript.DONE, 1, "state=3"); // its answer was lost
        assertThat(field(ClaimField.END)).isEqualTo("state=3");

        claim(theirs, 2, true);
        call(theirs, ClaimScript.DONE, 2); // a worker that says nothing of the end

        assertThat(field(ClaimField.ATTEMPT)).isEqualTo("2");
        assertThat(field(ClaimField.END)).isNull();
    }

    private ClaimReply call(Claims who, ClaimScript script, int attempt, String... more) {
        return who.call(List.of(new ClaimCall(script, id, attempt, List.of(more)))).get(0);
    }

    private String field(String name) {
        return redis.pool().hget(redis.keys().claim(id), name);
    }

    private void endLease() {
        redis.pool().hset(redis.keys().claim(id), ClaimField.LEASE, "0");
    }

    private void cancel() {
        redis.pool().set(redis.keys().cancel(id), "asked", SetParams.setParams().ex(60));
    }
}
