package io.milvaion.web.see.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.ground.event.FeedEvent;
import io.milvaion.scheduler.ground.reach.Limit;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.people.role.Rights;
import io.milvaion.scheduler.people.role.Role;
import io.milvaion.scheduler.see.reach.Belongings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClientTest {

    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");
    private static final String JOBS = "{\"subscribe\":[\"jobs\"]}";

    private final TestLine line = new TestLine();
    private final Client client =
            new Client(line, Clock.fixed(AT, ZoneOffset.UTC), rights(Limit.NONE));

    @Test
    void aSubscriptionIsConfirmedWithAllChannels() {
        client.receive(JOBS);
        client.receive("{\"subscribe\":[\"system\",\"jobs\"]}");

        assertThat(line.sent)
                .containsExactly(
                        "{\"seq\":1,\"at\":\"2026-01-02T03:04:05.000Z\",\"subscribed\":[\"jobs\"]}",
                        "{\"seq\":2,\"at\":\"2026-01-02T03:04:05.000Z\","
                                + "\"subscribed\":[\"jobs\",\"system\"]}");
    }

    @Test
    void aBadMessageIsAnsweredAndChangesNothing() {
        client.receive(JOBS);
        client.receive("{\"unsubscribe\":[\"jobs\"],\"subscribe\":[\"no \\\"such\\\"\"]}");
        client.deliver(events(event("jobs")));

        assertThat(line.sent.get(1)).contains("\"no \\\"such\\\"");
        assertThat(line.sent.get(2)).contains("\"events\":[{\"on\":\"jobs\"}]");
    }

    @Test
    void onlyEventsOfSubscribedChannelsAndOfEverybodyAreSent() {
        client.receive(JOBS);
        client.deliver(events(event("system"), event("jobs"), event("*")));
        client.deliver(events(event("system")));

        assertThat(line.sent).hasSize(2);
        assertThat(line.sent.get(1))
                .endsWith("\"events\":[{\"on\":\"jobs\"},{\"on\":\"*\"}]}")
                .startsWith("{\"seq\":2,");
    }

    @Test
    void messagesLeaveOneAfterTheOther() {
        client.receive(JOBS);
        line.holding = true;
        client.deliver(events(event("jobs")));
        client.deliver(events(event("jobs")));
        assertThat(line.sent).as("the second waits for the first").hasSize(2);

        line.release(true);

        assertThat(line.sent).hasSize(3);
        assertThat(line.sent.get(2)).startsWith("{\"seq\":3,");
    }

    @Test
    void aSlowClientGetsASummaryInPlaceOfWhatItMissed() {
        client.receive(JOBS);
        line.holding = true;
        for (int i = 0; i < Client.QUEUE_LIMIT + 2; i++) {
            client.deliver(events(event("jobs")));
        }
        line.holding = false;
        line.release(true);

        assertThat(line.sent).hasSize(3);
        assertThat(line.sent.get(2))
                .as("what waited is gone, and the numbers show it")
                .startsWith("{\"seq\":" + (Client.QUEUE_LIMIT + 3) + ",")
                .contains("\"type\":\"summary\"");
    }

    @Test
    void aClientThatCannotBeReachedIsEndedAndGetsNothingMore() {
        line.holding = true;
        client.receive(JOBS);
        line.release(false);
        client.deliver(events(event("jobs")));

        assertThat(line.closed).isTrue();
        assertThat(line.sent).hasSize(1);
    }

    @Test
    void clientsWithTheSameChannelsShareOneText() {
        var broadcast = events(event("jobs"));

        assertThat(broadcast.membersFor(Set.of("jobs"), rights(Limit.NONE)).orElseThrow())
                .isSameAs(broadcast.membersFor(Set.of("jobs"), rights(Limit.NONE)).orElseThrow());
    }

    private static Rights rights(Limit limit) {
        return Rights.of(List.of(new Role("test", false, EnumSet.allOf(Permission.class), limit)));
    }

    private static FeedEvent event(String channel) {
        return new FeedEvent(List.of(channel), "{\"on\":\"" + channel + "\"}");
    }

    private static Broadcast events(FeedEvent... events) {
        return new Broadcast(List.of(events), new Belongings(null));
    }

    private static final class TestLine implements Line {

        final List<String> sent = new ArrayList<>();
        boolean holding;
        boolean closed;
        private Outcome held;

        @Override
        public void send(String text, Outcome outcome) {
            sent.add(text);
            if (holding) {
                held = outcome;
            } else {
                outcome.sent(true);
            }
        }

        void release(boolean ok) {
            held.sent(ok);
        }

        @Override
        public void ping() {}

        @Override
        public void close(String reason) {
            closed = true;
        }
    }
}
