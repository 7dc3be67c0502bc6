package io.milvaion.scheduler.run.leader;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.ground.node.Candidate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewerRulesTest {

    private long time = 7;
    private List<Candidate> others = List.of();
    private final NewerRules rules = new NewerRules(() -> others, () -> time);

    @Test
    void aNodeWithNewerOnesIsNamed() {
        others = List.of(new Candidate("old", "2001a"), new Candidate("new", "2999c"));

        assertThat(rules.elsewhere())
                .hasValueSatisfying(why -> assertThat(why).contains("new", "2999c"));
    }

    @Test
    void olderOnesAndNamesOfNoReleaseDoNotCount() {
        others = List.of(new Candidate("old", "2001a"), new Candidate("odd", "ours"));

        assertThat(rules.elsewhere()).isEmpty();
    }

    @Test
    void whoDoesNotTakeTheLeaseIsPassedOver() {
        others = List.of(new Candidate("new", "2999c"));
        rules.nobodyLeads();
        pass(NewerRules.PATIENCE);
        rules.nobodyLeads();
        assertThat(rules.elsewhere()).isPresent();

        pass(Duration.ofMillis(1));
        rules.nobodyLeads();
        assertThat(rules.elsewhere()).isEmpty();

        pass(NewerRules.PASSED_OVER.plusMillis(1));
        assertThat(rules.elsewhere()).as("another chance").isPresent();
    }

    @Test
    void aLeaderInBetweenBeginsThePatienceAnew() {
        others = List.of(new Candidate("new", "2999c"));
        rules.nobodyLeads();
        pass(NewerRules.PATIENCE.plusMillis(1));
        rules.somebodyLeads();
        rules.nobodyLeads();

        assertThat(rules.elsewhere()).isPresent();
    }

    private void pass(Duration duration) {
        time += duration.toNanos();
    }
}
