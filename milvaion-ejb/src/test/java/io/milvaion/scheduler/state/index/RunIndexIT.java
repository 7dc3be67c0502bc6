package io.milvaion.scheduler.state.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.service.Services;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunIndexIT {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration NO_LEASE = Duration.ofMillis(-1);

    private final Redis redis = Services.redis("test:" + UUID.randomUUID() + ":");
    private final RunIndex index = new RunIndex(redis);
    private final UUID job = UUID.randomUUID();
    private final Instant until = Instant.now().plusSeconds(60);
    private final Instant past = Instant.now().minusSeconds(10);

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    void leasesADueJobOnce() {
        index.plan(job, past);

        assertThat(pop().jobs()).containsExactly(job);
        assertThat(pop().isEmpty()).isTrue();
    }

    @Test
    void membersThatNobodyCanReadStopNothingAndAreRemoved() {
        index.plan(job, past);
        var keys = redis.keys();
        for (var key : List.of(keys.schedule(), keys.ready(), keys.dispatching(), keys.open())) {
            for (var member :
                    List.of("", "x:y", "1-1-1-1-1", UUID.randomUUID() + ":01", "\u00e4")) {
                redis.pool().zadd(key, 1, member);
            }
        }
        redis.pool().zadd(keys.dispatching(), Double.POSITIVE_INFINITY, "never ends");
        redis.pool().zadd(keys.schedule(), Double.POSITIVE_INFINITY, UUID.randomUUID().toString());

        var batch = index.pop(until, 100, LEASE, 0);

        assertThat(batch.jobs()).containsExactly(job);
        assertThat(batch.runs()).isEmpty();
        assertThat(index.open(Instant.EPOCH, 0, Instant.now(), 2)).isEmpty();
        assertThat(index.sizes()).containsExactly(1L, 0L, 1L, 0L);
        assertThat(index.takeDiscarded()).extracting(Discarded::member).contains("never ends", "");
        assertThat(index.takeDiscarded()).isEmpty();
    }

    @Test
    void leavesAJobThatIsNotDueAndTellsWhenItIs() {
        var soon = Instant.ofEpochMilli(Instant.now().plusSeconds(60).toEpochMilli());
        index.plan(job, soon);

        var batch = pop();

        assertThat(batch.isEmpty()).isTrue();
        assertThat(batch.nextDue()).contains(soon);
    }

    @Test
    void aCallThatRedisMakesTooLateLeasesNothing() {
        index.plan(job, past);

        var late = index.pop(past, 10, LEASE, RunIndex.ALL_LEASES);

        assertThat(late.tooLate()).isTrue();
        assertThat(late.isEmpty()).isTrue();
        assertThat(pop().jobs()).containsExactly(job);
    }

    @Test
    void popsALeaseAgainThatHasEnded() {
        index.plan(job, past);
        index.pop(until, 10, NO_LEASE, 0);

        assertThat(pop().jobs()).containsExactly(job);
    }

    @Test
    void theFirstHolderCannotCompleteALeaseThatWasTakenAgain() {
        index.plan(job, past);
        var first = index.pop(until, 10, NO_LEASE, 0);
        var second = pop();

        index.complete(first, List.of(Completion.of(job, null)));
        assertThat(index.sizes()).containsExactly(0L, 0L, 1L, 0L);

        index.complete(second, List.of(Completion.of(job, past)));
        assertThat(index.sizes()).containsExactly(1L, 0L, 0L, 0L);
    }

    @Test
    void aNewLeaderTakesOverAllLeases() {
        index.plan(job, past);
        pop();

        assertThat(index.pop(until, 10, LEASE, RunIndex.ALL_LEASES).jobs()).containsExactly(job);
    }

    @Test
    void aNewLeaderTakesOverMoreLeasesThanABatchHolds() {
        var jobs = new HashSet<UUID>();
        for (int i = 0; i < 25; i++) {
            var one = UUID.randomUUID();
            jobs.add(one);
            index.plan(one, past);
        }
        assertThat(index.pop(until, 25, LEASE, 0).jobs()).hasSize(25);

        var first = index.pop(until, 10, LEASE, RunIndex.ALL_LEASES);
        var second = index.pop(until, 10, LEASE, first.deadline());
        var third = index.pop(until, 10, LEASE, first.deadline());
        var fourth = index.pop(until, 10, LEASE, first.deadline());

        assertThat(Stream.of(first, second, third).flatMap(batch -> batch.jobs().stream()))
                .containsExactlyInAnyOrderElementsOf(jobs);
        assertThat(fourth.isEmpty()).isTrue();
    }

    @Test
    void runsToPublishLeaveRoomForJobsAndElseTakeTheWholeBatch() {
        var runs = new HashMap<AttemptKey, Instant>();
        for (int i = 0; i < 30; i++) {
            runs.put(new AttemptKey(UUID.randomUUID(), 2), past);
        }
        index.register(runs);
        index.lookAt(runs);
        for (int i = 0; i < 8; i++) {
            index.plan(UUID.randomUUID(), past);
        }

        var both = pop();
        var more = pop();
        var rest = pop();

        assertThat(both.jobs()).hasSize(5);
        assertThat(both.runs()).hasSize(5);
        assertThat(more.jobs()).hasSize(3);
        assertThat(more.runs()).hasSize(7);
        assertThat(rest.runs()).hasSize(10);
    }

    @Test
    void whatIsGivenBackIsAsDueAsItWas() {
        var run = new AttemptKey(UUID.randomUUID(), 2);
        index.plan(job, past);
        index.register(Map.of(run, past));
        index.lookAt(Map.of(run, past));
        var batch = pop();

        index.complete(batch, batch.givenBack());
        var again = pop();

        assertThat(again.jobs()).containsExactly(job);
        assertThat(again.runs()).containsExactly(run);
    }

    @Test
    void anEditWinsOverABatchInFlight() {
        var edited = Instant.ofEpochMilli(Instant.now().plusSeconds(60).toEpochMilli());
        index.plan(job, past);
        var batch = pop();

        index.plan(job, edited);
        index.complete(batch, List.of(Completion.of(job, past)));

        assertThat(index.oldestPlanned()).contains(edited);
    }

    @Test
    void aDeletedJobDoesNotComeBackByItsBatch() {
        index.plan(job, past);
        var batch = pop();

        index.plan(job, null);
        index.complete(batch, List.of(Completion.of(job, past)));

        assertThat(index.sizes()).containsExactly(0L, 0L, 0L, 0L);
    }

    @Test
    void aRunThatWasRegisteredIsNotDueBeforeItsTransactionMustHaveEnded() {
        var run = new AttemptKey(UUID.randomUUID(), 1);
        index.register(Map.of(run, past));

        var batch = pop();

        assertThat(batch.isEmpty()).isTrue();
        assertThat(batch.nextDue().orElseThrow())
                .isBetween(batch.now().plusSeconds(14), batch.now().plusSeconds(15));
        assertThat(index.sizes()).containsExactly(0L, 1L, 0L, 1L);
    }

    @Test
    void aPublishedRunIsForgottenAndStaysOpenUntilItEnds() {
        var run = new AttemptKey(UUID.randomUUID(), 2);
        index.register(Map.of(run, past));

        index.published(List.of(run));
        assertThat(index.sizes()).containsExactly(0L, 0L, 0L, 1L);

        index.closed(List.of(run.occurrenceId()));
        assertThat(index.sizes()).containsExactly(0L, 0L, 0L, 0L);
    }

    @Test
    void correctingScoresLeavesABatchInFlightAlone() {
        var other = UUID.randomUUID();
        index.plan(job, past);
        pop();

        assertThat(index.replan(Map.of(job, past, other, past))).isEqualTo(1);
        assertThat(pop().jobs()).containsExactly(other);
    }

    private Batch pop() {
        return index.pop(until, 10, LEASE, 0);
    }
}
