package io.milvaion.tests.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The last of all, when every other test has said what it was answered. */
@Order(Integer.MAX_VALUE)
class EveryOperationIT {

    /** What no test of this module has done, each with the reason. */
    private static final Set<String> UNSEEN =
            Set.of(
                    "leaveForOidc", // redirects, which SignInElsewhereIT follows with its own
                    // client
                    "returnFromOidc", // likewise
                    "putCalendarFile", // a file of another type, which CalendarsIT sends
                    "readKey", // answered in walks with keys that there are not
                    "retryFailedOccurrence"); // the former address of retryOccurrence

    @Test
    void everyExchangeWasAsItIsDescribed() {
        assertThat(Description.ofBuild().undescribed()).isEmpty();
    }

    @Test
    void everyOperationHasDoneWhatItIsForAndWasAsDescribed() {
        assumeTrue(System.getProperty("it.test") == null, "only some tests are run");
        var unseen = new TreeSet<>(Description.ofBuild().operations());
        unseen.removeAll(Description.ofBuild().seen());

        assertThat(unseen).isEqualTo(UNSEEN);
    }
}
