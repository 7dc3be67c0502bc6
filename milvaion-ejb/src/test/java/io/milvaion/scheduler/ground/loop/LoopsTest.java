package io.milvaion.scheduler.ground.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.platform.lifecycle.ApplicationStops;
import io.milvaion.platform.loop.Loop;
import io.milvaion.platform.loop.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LoopsTest {

    private final List<Turn> started = new ArrayList<>();
    private final List<Turn> ended = Collections.synchronizedList(new ArrayList<>());
    private final Loops loops =
            new Loops(
                    Stream.of(
                                    Turn.NEWS,
                                    Turn.DRAIN,
                                    Turn.FLUSH,
                                    Turn.LEASE,
                                    Turn.QUIET,
                                    Turn.CONSUMERS,
                                    Turn.PORTIONS)
                            .<Activity>map(Idle::new)
                            .toList());

    private final class Idle implements Activity, Work {

        private final Turn turn;

        Idle(Turn turn) {
            this.turn = turn;
        }

        @Override
        public Turn turn() {
            return turn;
        }

        @Override
        public List<Loop> start(ThreadFactory threads) {
            started.add(turn);
            return List.of(new Loop(turn.name(), Duration.ZERO, this).start(threads));
        }

        @Override
        public Duration step() {
            return Duration.ofMinutes(1);
        }

        @Override
        public void end() {
            ended.add(turn);
        }
    }

    @Test
    void endInTheOrderOfTheirTurnsWhichBeganInTheReverseOne() {
        loops.start(Executors.defaultThreadFactory());
        loops.stop();

        assertThat(ended).containsExactly(Turn.values());
        Collections.reverse(started);
        assertThat(started).containsExactly(Turn.values());
    }

    @Test
    void leadingEndsWhenTheFirstPartOfTheApplicationStopsAndTheRestLater() {
        loops.start(Executors.defaultThreadFactory());

        loops.on(new ApplicationStops());
        assertThat(ended).containsExactly(Turn.QUIET, Turn.DRAIN, Turn.LEASE);

        loops.on(new ApplicationStops());
        loops.stop();
        assertThat(ended).containsExactly(Turn.values());
    }
}
