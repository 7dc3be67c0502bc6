package io.milvaion.platform.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LoopTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final List<Thread> made = Collections.synchronizedList(new ArrayList<>());
    private final ThreadFactory threads =
            work -> {
                var thread = Executors.defaultThreadFactory().newThread(work);
                made.add(thread);
                return thread;
            };
    private final AtomicInteger steps = new AtomicInteger();
    private Loop loop;

    @AfterEach
    void everyThreadHasEnded() {
        if (loop != null) {
            loop.stop(LIMIT);
        }
        assertThat(made).noneMatch(Thread::isAlive);
    }

    private void start(Loop begun) {
        loop = begun.start(threads);
    }

    private void awaitSteps(int count) {
        await().until(() -> steps.get() >= count);
    }

    @Test
    void goesOnAndOnOnOneThreadThatHasItsName() {
        start(Loop.every("count", SHORT, steps::incrementAndGet));

        awaitSteps(3);

        assertThat(made).singleElement().matches(t -> t.getName().equals("milvaion count"));
    }

    @Test
    void restsAsLongAsTheStepSays() {
        start(new Loop("rest", Duration.ZERO, () -> steps.incrementAndGet() < 3 ? SHORT : LONG));

        awaitSteps(3);
        await().until(() -> made.get(0).getState() == Thread.State.TIMED_WAITING);

        assertThat(steps).hasValue(3);
    }

    @Test
    void aWakeUpEndsTheRest() {
        start(Loop.every("sleepy", LONG, steps::incrementAndGet));

        loop.wake();
        awaitSteps(1);
        loop.wake();

        awaitSteps(2);
    }

    @Test
    void aWakeUpDuringAStepIsRemembered() {
        var inStep = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        start(
                Loop.every(
                        "busy",
                        Duration.ZERO,
                        LONG,
                        () -> {
                            steps.incrementAndGet();
                            inStep.countDown();
                            go.await();
                        }));
        await().until(() -> inStep.getCount() == 0);

        loop.wake();
        go.countDown();

        awaitSteps(2);
    }

    @Test
    void whateverAStepThrowsTheNextOneComes() {
        start(
                Loop.every(
                        "bad",
                        SHORT,
                        () -> {
                            if (steps.incrementAndGet() < 3) {
                                throw new IOException("a server");
                            }
                            throw new NoClassDefFoundError("a bad deployment");
                        }));

        awaitSteps(6);
    }

    @Test
    void aRateKeepsNoLongerRestThanIsLeftOfThePeriod() throws Exception {
        var rate = new FixedRate(steps::incrementAndGet, LONG);

        assertThat(rate.step()).isBetween(LONG.minus(LIMIT), LONG);
        assertThat(rate.step()).as("asked early").isBetween(LONG.plus(SHORT), LONG.plus(LONG));
    }

    @Test
    void anEndComesAfterTheStepInHand() {
        var inStep = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var ended = new AtomicBoolean();
        start(
                new Loop(
                        "work",
                        Duration.ZERO,
                        new Work() {
                            @Override
                            public Duration step() throws InterruptedException {
                                inStep.countDown();
                                go.await();
                                steps.incrementAndGet();
                                return Duration.ZERO;
                            }

                            @Override
                            public void unblock() {
                                go.countDown();
                            }

                            @Override
                            public void end() {
                                ended.set(true);
                            }
                        }));
        await().until(() -> inStep.getCount() == 0);

        loop.stop(LIMIT);

        assertThat(ended).isTrue();
        assertThat(steps.get()).isPositive();
    }

    @Test
    void aStepThatDoesNotEndInTimeIsInterrupted() {
        var inStep = new CountDownLatch(1);
        start(
                Loop.every(
                        "stuck",
                        Duration.ZERO,
                        SHORT,
                        () -> {
                            inStep.countDown();
                            new CountDownLatch(1).await();
                        }));
        await().until(() -> inStep.getCount() == 0);

        loop.stop(SHORT);

        await().until(() -> !made.get(0).isAlive());
    }

    @Test
    void aLoopMayStopItselfAndOneThatNeverBeganIsStoppedAlready() {
        var self = new ArrayList<Loop>();
        var looping =
                Loop.every(
                        "last",
                        SHORT,
                        () -> {
                            self.get(0).stop(LONG);
                            steps.incrementAndGet();
                        });
        self.add(looping);

        Loop.every("never", SHORT, steps::incrementAndGet).stop(LONG);
        start(looping);

        awaitSteps(1);
        await().until(() -> !made.get(0).isAlive());
        assertThat(steps).hasValue(1);
    }
}
