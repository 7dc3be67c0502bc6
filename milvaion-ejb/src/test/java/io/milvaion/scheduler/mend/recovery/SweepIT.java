package io.milvaion.scheduler.mend.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milvaion.contract.ClaimField;
import io.milvaion.scheduler.run.leader.TermOver;
import io.milvaion.scheduler.run.tracking.TrackingScene;
import io.milvaion.scheduler.service.Services;
import io.milvaion.scheduler.state.gate.OverlapPolicy;
import io.milvaion.scheduler.state.occurrence.Stage;
import io.milvaion.scheduler.state.publish.OutgoingRun;
import io.milvaion.scheduler.state.publish.RunDefinition;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

class SweepIT {

    /** One sweep finds a run of each kind: it takes some seconds, so it is done once. */
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OneSweep {

        private final SweepScene scene = new SweepScene();
        private final TrackingScene tracking = scene.tracking;
        private final UUID job = tracking.job(3, "retry");

        private final UUID lostAttempt = scene.run(job, Stage.READY);
        private final UUID unknown = scene.running(tracking.job(3, "unknown"));
        private final UUID alive = scene.running(job);
        private final UUID reporting = scene.run(job, Stage.READY);
        private final UUID skipping = tracking.job(OverlapPolicy.SKIP, 3, "retry");
        private final UUID completed = scene.running(skipping);
        private final UUID failed = scene.run(job, Stage.READY);
        private final UUID failedForGood = scene.running(job);
        private final UUID cancelled = scene.running(job);
        private final UUID foreign = scene.running(job);
        private final UUID garbage = scene.running(job);
        private final UUID killed =
                scene.run(tracking.job(OverlapPolicy.SKIP, 0, "retry"), Stage.READY);
        private final UUID goesOn =
                scene.run(tracking.job(OverlapPolicy.SKIP, 0, "retry"), Stage.READY);
        private final UUID returned =
                scene.run(tracking.job(OverlapPolicy.SKIP, 0, "retry"), Stage.READY);
        private final UUID lostMessage = scene.run(job, Stage.READY);
        private final UUID young = scene.opened(tracking.run(job, Stage.READY), 20);
        private final UUID ended = scene.run(job, Stage.READY);
        private final UUID missing = scene.opened(UUID.randomUUID(), 700);
        private final UUID overdue = scene.run(job, Stage.BACKOFF);
        private final UUID held =
                scene.run(tracking.job(OverlapPolicy.QUEUE, 0, "retry"), Stage.HELD);

        @BeforeAll
        void sweep() throws Exception {
            scene.claim(lostAttempt, ClaimField.RUNNING, -40);
            scene.claim(alive, ClaimField.RUNNING, 20);
            scene.claim(reporting, ClaimField.DONE, 20);
            scene.ended(completed, "state=2 endedAt=1769076001523 durationMs=1520");
            scene.ended(
                    failed,
                    "state=3 endedAt=1769076001523 durationMs=1520"
                            + " errorType=java.io.IOException maxRetries=1 retryBaseSeconds=9");
            scene.ended(failedForGood, "state=3 endedAt=1769076001523 permanent=true");
            scene.ended(cancelled, "state=4 endedAt=1769076001523 colour=blue");
            scene.claim(foreign, ClaimField.DONE, -10);
            scene.ended(garbage, "state=2 endedAt=9223372036854775807");
            for (var run : List.of(killed, goesOn, returned)) {
                tracking.abandoned(run);
            }
            scene.claim(killed, ClaimField.RUNNING, -40);
            scene.claim(goesOn, ClaimField.RUNNING, 20);
            scene.ended(returned, "state=5 endedAt=1769076001523 errorType=io.milvaion.ABANDONED");
            tracking.execute(
                    "update occurrences set state = 2, stage = null, ended_at = now() where id = ?",
                    ended);
            tracking.execute(
                    "update occurrences set available_at = now() - interval '31 s' where id = ?",
                    overdue);
            tracking.edit(job, "job_type = 'echo', timeout_seconds = 7, job_data = '{}'");
            scene.queueSeenEmpty();
            scene.sweep();
        }

        @AfterAll
        void close() throws Exception {
            scene.close();
        }

        @Test
        void anAttemptWhoseWorkerHasVanishedIsFollowedByTheNext() {
            assertThat(tracking.state(lostAttempt)).isEqualTo("0/2#2");
            assertThat(scene.journal(lostAttempt))
                    .contains("Attempt 1 counts as lost", "w-7", "attempt 2");
        }

        @Test
        void anAbandonedJobIsWaitedForUntilItsWorkerIsGone() {
            assertThat(tracking.state(killed)).isEqualTo("5#1");
            assertThat(
                            tracking.one(
                                    """
                                    select open_count from job_schedule s
                                      join occurrences o on o.job_id = s.job_id where o.id = ?""",
                                    killed))
                    .isEqualTo("0");
            assertThat(tracking.state(goesOn)).isEqualTo("1#1");
        }

        @Test
        void aRunThatMustNotBeRepeatedBecomesUnknown() {
            assertThat(tracking.state(unknown)).isEqualTo("6#1");
        }

        @Test
        void aRunWhoseWorkerLivesGoesOn() {
            assertThat(tracking.state(alive)).isEqualTo("1#1");
            assertThat(scene.journal(alive)).isEmpty();
        }

        @Test
        void aRunWhoseReportIsOnItsWayIsLeftToIt() {
            assertThat(tracking.state(reporting)).isEqualTo("0/0#1");
        }

        @Test
        void aRunWhoseReportIsLostEndsAsItsClaimSays() {
            assertThat(tracking.state(completed)).isEqualTo("2#1");
            assertThat(
                            tracking.one(
                                    "select extract(epoch from ended_at - started_at)::text"
                                            + " from occurrences where id = ?",
                                    completed))
                    .startsWith("1.52");
            assertThat(scene.journal(completed)).contains("report was lost", "completed on w-7");
            assertThat(tracking.state(cancelled)).isEqualTo("4#1");
        }

        @Test
        void anAbandonedJobWhoseReturnWasNotReportedIsWaitedForNoLonger() {
            assertThat(tracking.state(returned)).isEqualTo("5#1");
            assertThat(scene.journal(returned)).contains("report was lost", "has returned");
        }

        @Test
        void theGateOfARunWhoseReportIsLostOpens() {
            assertThat(
                            tracking.one(
                                    "select open_count::text from job_schedule where job_id = ?",
                                    skipping))
                    .isEqualTo("0");
        }

        @Test
        void aFailureWhoseReportIsLostIsRetriedAsTheJobSays() {
            assertThat(tracking.state(failed)).isEqualTo("0/2#2");
            assertThat(tracking.state(failedForGood)).isEqualTo("3#1");
            assertThat(
                            tracking.one(
                                    "select f.cause || ': ' || o.error from failed_occurrences f"
                                            + " join occurrences o on o.id = f.occurrence_id"
                                            + " where o.id = ?",
                                    failedForGood))
                    .isEqualTo("permanent: the report with its message was lost");
        }

        @Test
        void anEndThatNobodyToldIsALostAttempt() {
            assertThat(tracking.state(foreign)).isEqualTo("0/2#2");
            assertThat(tracking.state(garbage)).isEqualTo("0/2#2");
        }

        @Test
        void aRunWhoseMessageIsLostIsPublishedAgain() {
            assertThat(scene.journal(lostMessage)).contains("published again");
        }

        @Test
        void itIsPublishedAgainAsTheVersionOfItsJobThatItNames() {
            assertThat(tracking.published.runs())
                    .filteredOn(run -> run.occurrenceId().equals(lostMessage))
                    .extracting(OutgoingRun::definition)
                    .containsExactly(
                            new RunDefinition(job, 1, "a job", "noop", null, null, "{}", false));
        }

        @Test
        void aYoungRunIsNotJudged() {
            assertThat(tracking.isOpen(young)).isTrue();
        }

        @Test
        void anEndedRunIsClosed() {
            assertThat(tracking.isOpen(ended)).isFalse();
        }

        @Test
        void aRunThatWasNeverInsertedIsClosed() {
            assertThat(tracking.isOpen(missing)).isFalse();
        }

        @Test
        void anOverdueRetryIsFoundByTheLeader() {
            assertThat(tracking.readyAt(overdue, 1)).isNotNull();
            assertThat(scene.journal(overdue)).contains("due 30 s ago");
        }

        @Test
        void aHeldRunWithoutPredecessorIsReleased() {
            assertThat(tracking.state(held)).isEqualTo("0/0#1");
            assertThat(scene.journal(held)).contains("released");
        }

        @Test
        void nothingElseIsPublished() {
            assertThat(tracking.published.runs())
                    .extracting(OutgoingRun::occurrenceId, OutgoingRun::copy)
                    .containsExactlyInAnyOrder(Tuple.tuple(lostMessage, 2), Tuple.tuple(held, 1));
        }
    }

    /** When it decides at all. */
    @Nested
    class EachSweep {

        private final SweepScene scene = new SweepScene();
        private final Steadiness steadiness = scene.steadiness;

        @AfterEach
        void close() throws Exception {
            scene.close();
        }

        @Test
        void nothingIsDecidedWithinTheGrace() throws Exception {
            var run = scene.running(scene.tracking.job(3, "retry"));
            var sweep = scene.newSweep(Duration.ofHours(1));
            var term = scene.nextTerm();

            for (int i = 0; i < 20; i++) {
                steadiness.probe();
                sweep.step(term);
            }

            assertThat(scene.tracking.state(run)).isEqualTo("1#1");
            var redis = scene.tracking.redis;
            assertThat(redis.pool().get(redis.keys().marker())).isNull();
        }

        @Test
        void aLeaderWhoseTermIsOverDecidesNothing() {
            var run = scene.running(scene.tracking.job(3, "retry"));
            var over = scene.nextTerm();
            scene.nextTerm();
            var sweep = scene.newSweep(Duration.ZERO);

            await().atMost(SweepScene.LIMIT)
                    .until(
                            () -> {
                                try {
                                    steadiness.probe();
                                    sweep.step(over);
                                    return false;
                                } catch (TermOver e) {
                                    return true;
                                }
                            });

            assertThat(scene.tracking.state(run)).isEqualTo("1#1");
        }

        @Test
        void aFlushOfRedisAndARestartOfTheBrokerInterrupt() throws Exception {
            await().atMost(SweepScene.LIMIT).until(() -> steadyAfterProbe(1_500));

            scene.generation("another");
            assertThat(steadyAfterProbe(1_500)).isFalse();

            await().atMost(SweepScene.LIMIT).until(() -> steadyAfterProbe(1_500));
            Services.restartBroker();
            assertThat(steadyAfterProbe(1_500)).isFalse();
            await().atMost(SweepScene.LIMIT).until(() -> steadyAfterProbe(1_500));
        }

        @Test
        void aQueueThatDoesNotExistIsEmpty() throws Exception {
            var depths = scene.depths;
            depths.of("jobs.nobody.wildcard");

            depths.look();

            assertThat(depths.ready("jobs.nobody.wildcard")).hasValue(0);
            depths.look();
        }

        private boolean steadyAfterProbe(int millis) {
            steadiness.probe();
            return steadiness.askedNow().toMillis() > millis;
        }
    }
}
