package io.milvaion.scheduler.ground.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangesTest {

    @Test
    void onlyWhatDiffersIsKept() {
        var changes =
                Changes.between(
                        Map.of("active", true, "name", "a"), Map.of("active", false, "name", "a"));

        assertThat(changes).isEqualTo(new Changes("{\"active\":true}", "{\"active\":false}"));
    }

    @Test
    void whatIsNewHasNoBefore() {
        assertThat(Changes.between(null, Map.of("count", 3)))
                .isEqualTo(new Changes(null, "{\"count\":3}"));
    }

    @Test
    void secretsAreMaskedByTheNamesOfTheirFieldsHoweverDeep() {
        var data =
                Map.of(
                        "smtpPassword",
                        "pw1",
                        "api-key",
                        "pw2",
                        "list",
                        List.of(Map.of("authToken", "pw3")));

        assertThat(Changes.between(null, Map.of("jobData", data, "passwordHash", "pw4")).after())
                .contains("smtpPassword", "authToken", "***")
                .doesNotContain("pw1", "pw2", "pw3", "pw4");
    }

    @Test
    void longValuesAreCutButNeverInsideACharacter() {
        var after =
                Changes.between(null, Map.of("text", "x".repeat(999) + "😀".repeat(500))).after();

        assertThat(after)
                .hasSizeLessThan(1_100)
                .contains("… (1999 characters)")
                .doesNotContain("?");
    }
}
