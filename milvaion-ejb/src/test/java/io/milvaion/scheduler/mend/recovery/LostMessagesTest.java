package io.milvaion.scheduler.mend.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.state.occurrence.Stage;
import io.milvaion.scheduler.state.publish.QueueDepth;
import io.milvaion.scheduler.state.publish.QueueSights;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LostMessagesTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final LostMessages messages = new LostMessages();

    @Test
    void aRunIsLostWhenItsQueueWasEmptyAndItStayedUnclaimedForThirtySeconds() {
        var run = ready(1);
        messages.begin();
        messages.unclaimed(run, NOW.minusSeconds(60), true);

        assertThat(find(emptyAt(31))).containsExactly(run);
        assertThat(find(emptyAt(29))).isEmpty();
        assertThat(find(emptyAt(61))).isEmpty();
    }

    @Test
    void aRunThatIsTooYoungIsNotJudged() {
        messages.begin();
        messages.unclaimed(ready(1), NOW.minusSeconds(60), false);

        assertThat(find(emptyAt(31))).isEmpty();
    }

    @Test
    void noMoreAreLostThanAreMissing() {
        var oldest = ready(1);
        messages.begin();
        messages.unclaimed(ready(3), NOW.minusSeconds(50), true);
        messages.unclaimed(ready(2), NOW.minusSeconds(55), true);
        messages.unclaimed(oldest, NOW.minusSeconds(60), true);
        messages.claimed(ready(4), NOW.minusSeconds(40));

        var twoWait =
                new QueueSights()
                        .seen(NOW.minusSeconds(40), 0)
                        .seen(NOW.minusSeconds(5), 2)
                        .seen(NOW, 9)
                        .depth();

        assertThat(find(twoWait)).containsExactly(oldest);
    }

    @Test
    void aQueueThatNobodyHasLookedAtProvesNothing() {
        messages.begin();
        messages.unclaimed(ready(1), NOW.minusSeconds(60), true);

        assertThat(find(new QueueSights().depth())).isEmpty();
    }

    @Test
    void aRunIsLostWhenOneAMinuteYoungerIsClaimedForThirtySeconds() {
        var run = ready(1);
        var busy = new QueueSights().seen(NOW, 1).depth();

        overtake(run, 59);
        assertThat(messages.find(name -> busy, NOW)).isEmpty();
        overtake(run, 60);
        assertThat(messages.find(name -> busy, NOW.plusSeconds(1))).isEmpty();
        overtake(run, 60);
        assertThat(messages.find(name -> busy, NOW.plusSeconds(30))).isEmpty();
        overtake(run, 60);
        assertThat(messages.find(name -> busy, NOW.plusSeconds(31))).containsExactly(run);
    }

    /** A running run tells how far the queue has come, but is not READY any more. */
    private void overtake(OpenRow run, int seconds) {
        var published = NOW.minusSeconds(100);
        messages.begin();
        messages.unclaimed(run, published, true);
        messages.unclaimed(ready(2), NOW, false);
        messages.claimed(
                new OpenRow(
                        new UUID(9, 9),
                        run.jobId(),
                        "noop",
                        null,
                        OccurrenceState.RUNNING,
                        null,
                        1,
                        false),
                published.plusSeconds(seconds));
    }

    private List<OpenRow> find(QueueDepth depth) {
        return messages.find(name -> depth, NOW);
    }

    private static QueueDepth emptyAt(int secondsAgo) {
        return new QueueSights().seen(NOW.minusSeconds(secondsAgo), 0).depth();
    }

    private static OpenRow ready(long id) {
        return new OpenRow(
                new UUID(0, id),
                new UUID(7, 7),
                "noop",
                null,
                OccurrenceState.QUEUED,
                Stage.READY,
                1,
                false);
    }
}
