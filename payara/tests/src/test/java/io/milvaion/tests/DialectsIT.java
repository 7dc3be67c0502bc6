package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.job;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.time.dialect.CronDialect;
import io.milvaion.scheduler.time.timetable.CronSchedule;
import io.milvaion.scheduler.time.zone.DstRules;
import io.milvaion.scheduler.time.zone.Zones;
import io.milvaion.tests.server.Milvaion;
import java.net.URL;
import java.time.Instant;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs are planned by their expressions as each dialect reads them. */
@ExtendWith(ArquillianExtension.class)
class DialectsIT {

    @ArquillianResource URL root;
    private Milvaion milvaion;

    @BeforeEach
    void connect() {
        milvaion = new Milvaion(root);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    milvaion   | 0 0 1 1 *            | At 00:00 on the 1st of the month in January.
                    unix       | 0 0 13 * 5           | At 00:00 on the 13th of the month or on Friday (either is enough: day of month or day of week).
                    quartz     | 0 0 12 ? * 1         | At 12:00 on Sunday.
                    quartz     | 0 0 12 1 1 ? 2090    | At 12:00 on the 1st of the month in January of 2090.
                    spring     | 0 0 9 ? * FRIL       | At 09:00 on the last Friday of the month.
                    kubernetes | 0 0 */2 * MON        | At 00:00 on every 2nd day from the 1st to the 31st of the month or on Monday (either is enough: day of month or day of week).
                    systemd    | Mon..Fri *-*-* 02:00 | At 02:00 on Monday to Friday.
                    systemd    | *-*~1 Europe/Berlin  | At 00:00 on the last day of the month.
                    """)
    void isPlannedAsItsDialectSays(String dialect, String expression, String text) {
        var created = milvaion.rest().post("api/v1/jobs", of(dialect, expression)).expect(201);
        var job = created.json();
        var id = job.get("id").textValue();

        assertThat(job.get("cronDialect").textValue()).isEqualTo(dialect);
        assertThat(job.get("scheduleText").textValue()).isEqualTo(text);
        assertThat(instant(job, "nextRunAt"))
                .isEqualTo(
                        schedule(dialect, expression, id)
                                .nextAfter(instant(job, "createdAt"))
                                .orElseThrow());
        milvaion.rest().delete("api/v1/jobs/" + id).expect(204);
    }

    @Test
    void jobsWithTheSameHashedExpressionRunAtTimesOfTheirOwn() {
        var one = milvaion.rest().post("api/v1/jobs", of("milvaion", "H H 1 1 *")).expect(201);
        var other = milvaion.rest().post("api/v1/jobs", of("milvaion", "H H 1 1 *")).expect(201);

        assertThat(instant(one.json(), "nextRunAt"))
                .isNotEqualTo(instant(other.json(), "nextRunAt"))
                .isEqualTo(
                        schedule("milvaion", "H H 1 1 *", one.json().get("id").textValue())
                                .nextAfter(instant(one.json(), "createdAt"))
                                .orElseThrow());
        for (var job : new JsonNode[] {one.json(), other.json()}) {
            assertThat(job.get("scheduleText").textValue()).contains("chosen by the id of the job");
            milvaion.rest().delete("api/v1/jobs/" + job.get("id").textValue()).expect(204);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    unix       | 0 0 * * FRI-MON   | cronExpression.dayOfWeek
                    quartz     | 0 0 12 * * *      | cronExpression.dayOfWeek
                    quartz     | 0 0 12 1 1 ? 1969 | cronExpression.year
                    quartz     | 0 0 12 1 1 ? 2020 | cronExpression
                    spring     | 0 0 * * *         | cronExpression
                    kubernetes | @every 1h30m      | cronExpression
                    systemd    | *:0/90            | cronExpression.minute
                    systemd    | 10:00 Asia/Tokyo  | cronExpression
                    mcron      | 0 0 * * *         | cronDialect
                    """)
    void namesWhatIsWrong(String dialect, String expression, String field) {
        var answer =
                milvaion.rest().post("api/v1/jobs", of(dialect, expression)).expectProblem(400);

        assertThat(answer.json().get("violations").findValuesAsText("field"))
                .containsExactly(field);
    }

    private static ObjectNode of(String dialect, String expression) {
        return job("noop")
                .every(expression)
                .build()
                .put("cronDialect", dialect)
                .put("timeZone", "Europe/Berlin");
    }

    private static CronSchedule schedule(String dialect, String expression, String id) {
        return CronSchedule.parse(
                CronDialect.parse(dialect).orElseThrow(),
                expression,
                UUID.fromString(id),
                Zones.named("Europe/Berlin"),
                DstRules.DEFAULT);
    }

    private static Instant instant(JsonNode job, String field) {
        return Instant.parse(job.get(field).textValue());
    }
}
