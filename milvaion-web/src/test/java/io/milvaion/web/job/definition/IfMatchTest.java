package io.milvaion.web.job.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.job.catalog.ExpectedVersion;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IfMatchTest {

    @Test
    void withoutHeaderOrWithAStarAnyVersionWillDo() {
        assertThat(IfMatch.of(null)).isEqualTo(ExpectedVersion.ANY);
        assertThat(IfMatch.of(" * ")).isEqualTo(ExpectedVersion.ANY);
    }

    @Test
    void strongTagsNameVersionsAndOthersMatchNothing() {
        assertThat(IfMatch.of("\"3\", \"5\"").versions()).isEqualTo(Set.of(3, 5));
        assertThat(IfMatch.of("W/\"3\"").versions()).isEmpty();
        assertThat(IfMatch.of("\"abc\"").versions()).isEmpty();
    }

    @Test
    void aTagWithoutQuotationMarksIsRefused() {
        assertThatThrownBy(() -> IfMatch.of("3"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("If-Match");
    }
}
