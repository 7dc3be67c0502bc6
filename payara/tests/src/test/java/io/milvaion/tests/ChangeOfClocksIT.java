package io.milvaion.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.time.misfire.MisfirePolicy;
import io.milvaion.scheduler.time.misfire.Misfires;
import io.milvaion.scheduler.time.timetable.CronSchedule;
import io.milvaion.scheduler.time.timetable.Timetable;
import io.milvaion.scheduler.time.zone.DstGap;
import io.milvaion.scheduler.time.zone.DstOverlap;
import io.milvaion.scheduler.time.zone.DstRules;
import io.milvaion.tests.server.Milvaion;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Instants written by hand: the preview shows them, and the rules that the dispatcher asks give the
 * same. Each row: the runs from the first one on, in the local time of the zone.
 */
@ExtendWith(ArquillianExtension.class)
class ChangeOfClocksIT {

    @ArquillianResource URL root;
    private Milvaion milvaion;

    @BeforeEach
    void connect() {
        milvaion = new Milvaion(root);
    }

    @ParameterizedTest(name = "{0} in {1}, {2}, {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    30 2 * * *   | Europe/Berlin       | shift | first  | 2026-03-28T02:30+01:00 2026-03-29T03:00+02:00 2026-03-30T02:30+02:00
                    30 2 * * *   | Europe/Berlin       | skip  | first  | 2026-03-28T02:30+01:00 2026-03-30T02:30+02:00
                    30 2 * * *   | Europe/Berlin       | shift | first  | 2026-10-24T02:30+02:00 2026-10-25T02:30+02:00 2026-10-26T02:30+01:00
                    30 2 * * *   | Europe/Berlin       | shift | second | 2026-10-24T02:30+02:00 2026-10-25T02:30+01:00 2026-10-26T02:30+01:00
                    30 2 * * *   | Europe/Berlin       | shift | both   | 2026-10-24T02:30+02:00 2026-10-25T02:30+02:00 2026-10-25T02:30+01:00 2026-10-26T02:30+01:00
                    */15 * * * * | Europe/Berlin       | shift | first  | 2026-03-29T01:45+01:00 2026-03-29T03:00+02:00 2026-03-29T03:15+02:00
                    */15 * * * * | Europe/Berlin       | shift | first  | 2026-10-25T02:45+02:00 2026-10-25T02:00+01:00 2026-10-25T02:15+01:00 2026-10-25T02:30+01:00 2026-10-25T02:45+01:00 2026-10-25T03:00+01:00
                    15 2 * * *   | Australia/Lord_Howe | shift | first  | 2026-10-03T02:15+10:30 2026-10-04T02:30+11:00 2026-10-05T02:15+11:00
                    15 2 * * *   | Australia/Lord_Howe | skip  | first  | 2026-10-03T02:15+10:30 2026-10-05T02:15+11:00
                    45 1 * * *   | Australia/Lord_Howe | shift | second | 2026-04-04T01:45+11:00 2026-04-05T01:45+10:30 2026-04-06T01:45+10:30
                    */15 * * * * | Australia/Lord_Howe | shift | first  | 2026-04-05T01:45+11:00 2026-04-05T01:30+10:30 2026-04-05T01:45+10:30 2026-04-05T02:00+10:30
                    30 2 * * *   | Africa/Casablanca   | shift | first  | 2026-02-14T02:30+01:00 2026-02-15T02:30+01:00 2026-02-16T02:30Z
                    30 2 * * *   | Africa/Casablanca   | shift | second | 2026-02-14T02:30+01:00 2026-02-15T02:30Z 2026-02-16T02:30Z
                    30 2 * * *   | Africa/Casablanca   | shift | first  | 2026-03-21T02:30Z 2026-03-22T03:00+01:00 2026-03-23T02:30+01:00
                    30 2 * * *   | Asia/Kolkata        | shift | first  | 2026-03-29T02:30+05:30 2026-03-30T02:30+05:30
                    0 * * * *    | Asia/Kolkata        | shift | first  | 2026-03-29T02:00+05:30 2026-03-29T03:00+05:30
                    0 */8 * * *  | Africa/Cairo        | shift | first  | 2026-04-23T16:00+02:00 2026-04-24T01:00+03:00 2026-04-24T08:00+03:00
                    15 2-4 * * * | Europe/Berlin       | skip  | second | 2026-03-28T04:15+01:00 2026-03-29T03:15+02:00 2026-03-29T04:15+02:00
                    0 0 29 2 *   | UTC                 | shift | first  | 2028-02-29T00:00Z 2032-02-29T00:00Z 2036-02-29T00:00Z
                    0 0 29 2 MON#5 | UTC               | shift | first  | 2044-02-29T00:00Z 2072-02-29T00:00Z 2112-02-29T00:00Z
                    0 0 31 * *   | UTC                 | shift | first  | 2026-01-31T00:00Z 2026-03-31T00:00Z 2026-05-31T00:00Z 2026-07-31T00:00Z 2026-08-31T00:00Z
                    """)
    void thePreviewShowsWhatIsDispatched(
            String expression, String zone, String gap, String overlap, String runs) {
        var expected =
                Arrays.stream(runs.split(" "))
                        .map(text -> OffsetDateTime.parse(text).toInstant())
                        .toList();

        var shown =
                milvaion.rest()
                        .get(
                                "api/v1/cron/preview?expression=%s&zone=%s&dstGap=%s&dstOverlap=%s&from=%s&count=%d"
                                        .formatted(
                                                encoded(expression),
                                                encoded(zone),
                                                gap,
                                                overlap,
                                                expected.get(0),
                                                expected.size()))
                        .expect(200)
                        .json()
                        .get("runs");

        assertThat(
                        StreamSupport.stream(shown.spliterator(), false)
                                .map(run -> Instant.parse(run.textValue())))
                .isEqualTo(expected);
        var rules =
                new DstRules(
                        DstGap.parse(gap).orElseThrow(), DstOverlap.parse(overlap).orElseThrow());
        assertThat(dispatched(CronSchedule.parse(expression, ZoneId.of(zone), rules), expected))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 30 2 *", "0 0 31 4,6 *", "0 0 29 2 MON#4", "0 0 L-31 * *"})
    void whatNeverRunsIsRefused(String expression) {
        var answer =
                milvaion.rest()
                        .get(
                                "api/v1/cron/preview?from=2026-03-01T00:00:00Z&expression="
                                        + encoded(expression))
                        .expectProblem(400);

        assertThat(answer.json().get("violations").findValuesAsText("field"))
                .contains("expression");
    }

    /** What batch after batch makes of a job, each coming a second late. */
    private static List<Instant> dispatched(Timetable timetable, List<Instant> expected) {
        var runs = new ArrayList<Instant>();
        var next = timetable.firstAtOrAfter(expected.get(0));
        while (next.isPresent() && runs.size() < expected.size()) {
            var plan =
                    Misfires.plan(
                            timetable,
                            MisfirePolicy.ONCE,
                            next.get(),
                            next.get().plusSeconds(1),
                            Duration.ofSeconds(60));
            plan.run().ifPresent(runs::add);
            next = plan.next();
        }
        return runs;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
