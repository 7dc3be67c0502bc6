package io.milvaion.scheduler.run.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusParserTest {

    @ParameterizedTest
    @CsvSource({"-5, 0", "0, 0", "75, 75", "101, 100", "99999, 100"})
    void progressThatCannotBeIsTheNearestThatCan(int told, int read) throws Exception {
        var body =
                """
                {"reports": [{"occurrenceId": "019be520-7b80-7a3c-8f21-5d1c0a9e4b77", "attempt": 1,
                              "state": 1, "permanent": false, "progress": %d}]}"""
                        .formatted(told);

        assertThat(StatusParser.parse(body.getBytes(UTF_8)).get(0).report().progress())
                .isEqualTo(read);
    }
}
