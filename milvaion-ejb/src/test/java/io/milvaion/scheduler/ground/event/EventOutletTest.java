package io.milvaion.scheduler.ground.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.exceptions.JedisConnectionException;

class EventOutletTest {

    private static final String NOTHING = "{\"events\":[]}";

    private final List<String> published = new ArrayList<>();
    private long receivers = 1;
    private boolean away;

    private final EventOutlet outlet =
            new EventOutlet(
                    message -> {
                        published.add(message);
                        if (away) {
                            throw new JedisConnectionException("away");
                        }
                        return receivers;
                    });

    @Test
    void eventsOfOneTickAreOneMessage() {
        offer();
        offer();
        outlet.tick();

        assertThat(published)
                .singleElement()
                .asString()
                .containsPattern("job.created.*job.created");
    }

    @Test
    void nothingIsPublishedWhileNothingHappens() {
        ticks(100);

        assertThat(published).isEmpty();
    }

    @Test
    void withoutReceiversItOnlyAsksOnceASecond() {
        receivers = 0;
        offer();
        outlet.tick();
        published.clear();

        for (int i = 0; i < 30; i++) {
            offer();
            outlet.tick();
        }

        assertThat(published).containsExactly(NOTHING, NOTHING, NOTHING);
    }

    @Test
    void whenSomebodyListensAgainEventsFlowAgain() {
        receivers = 0;
        offer();
        outlet.tick();
        receivers = 2;
        ticks(10);
        published.clear();

        offer();
        outlet.tick();

        assertThat(published).singleElement().asString().contains("job.created");
    }

    @Test
    void whileRedisIsAwayEventsAreDroppedAndItAsksOnceASecond() {
        away = true;
        for (int i = 0; i < 21; i++) {
            offer();
            outlet.tick();
        }
        assertThat(published).hasSize(3);

        away = false;
        ticks(10);
        published.clear();
        ticks(1);
        assertThat(published).as("nothing old is sent").isEmpty();
    }

    private void offer() {
        outlet.offer(new LiveEvent("job.created", List.of("jobs"), null, null));
    }

    private void ticks(int count) {
        for (int i = 0; i < count; i++) {
            outlet.tick();
        }
    }
}
