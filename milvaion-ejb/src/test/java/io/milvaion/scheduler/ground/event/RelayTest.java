package io.milvaion.scheduler.ground.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.platform.loop.Loop;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RelayTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final BlockingQueue<List<FeedEvent>> delivered = new LinkedBlockingQueue<>();
    private final CountDownLatch go = new CountDownLatch(1);
    private final Relay relay = new Relay(this::deliver);
    private final Loop loop = new Loop("relay", Duration.ZERO, relay);

    /** The first delivery takes until it may end. */
    private void deliver(List<FeedEvent> events) {
        delivered.add(events);
        try {
            go.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void start() {
        loop.start(Executors.defaultThreadFactory());
    }

    @AfterEach
    void stop() {
        go.countDown();
        loop.stop(LIMIT);
    }

    @Test
    void whatComesDuringADeliveryIsHandedOverTogetherAndInOrder() throws InterruptedException {
        relay.add(List.of(event("1")));
        assertThat(next()).containsExactly(event("1"));

        relay.add(List.of(event("2")));
        relay.add(List.of(event("3"), event("4")));
        go.countDown();

        assertThat(next()).containsExactly(event("2"), event("3"), event("4"));
    }

    @Test
    void aSummaryStandsForMoreThanMayWait() throws InterruptedException {
        relay.add(List.of(event("1")));
        next();

        relay.add(Collections.nCopies(Relay.LIMIT, event("2")));
        relay.add(List.of(event("3")));
        relay.add(List.of(event("4")));
        go.countDown();

        assertThat(next())
                .satisfiesExactly(
                        first -> assertThat(first.json()).contains("\"summary\""),
                        second -> assertThat(second).isEqualTo(event("4")));
    }

    @Test
    void nothingIsDeliveredAfterTheStop() throws InterruptedException {
        relay.add(List.of(event("1")));
        next();
        relay.add(List.of(event("2")));

        loop.quit();
        go.countDown();
        loop.join(LIMIT);

        assertThat(delivered).isEmpty();
    }

    private List<FeedEvent> next() throws InterruptedException {
        return delivered.poll(10, TimeUnit.SECONDS);
    }

    private static FeedEvent event(String json) {
        return new FeedEvent(List.of("*"), json);
    }
}
