package io.milvaion.scheduler.time.tzdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PosixZoneTest {

    /** The two changes after the first of January 2032, a leap year that begins on a Thursday. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CET-1CEST,M3.5.0,M10.5.0/3 | 2032-03-28T01:00:00Z | 2032-10-31T01:00:00Z",
                "IST-1GMT0,M10.5.0,M3.5.0/1 | 2032-03-28T01:00:00Z | 2032-10-31T01:00:00Z",
                "AEST-10AEDT,M10.1.0,M4.1.0/3 | 2032-04-03T16:00:00Z | 2032-10-02T16:00:00Z",
                "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0 | 2032-04-03T15:00:00Z | 2032-10-02T15:30:00Z",
                "EET-2EEST,M3.4.4/50,M10.4.4/50 | 2032-03-27T00:00:00Z | 2032-10-29T23:00:00Z",
                "<-02>2<-01>,M3.5.0/-1,M10.5.0/0 | 2032-03-28T01:00:00Z | 2032-10-31T01:00:00Z",
                "IST-2IDT,M3.4.4/26,M10.5.0 | 2032-03-26T00:00:00Z | 2032-10-30T23:00:00Z",
                "<+0330>-3:30<+0430>,J79/24,J263/24 | 2032-03-20T20:30:00Z | 2032-09-20T19:30:00Z",
                "AAA3BBB,J59/24,M11.1.0/-25 | 2032-02-29T03:00:00Z | 2032-11-06T01:00:00Z",
                "AAA3BBB,59/2,299/-2 | 2032-02-29T05:00:00Z | 2032-10-26T00:00:00Z",
                "AAA3BBB,M2.5.0/25,M4.1.0/-100 | 2032-03-01T04:00:00Z | 2032-03-30T22:00:00Z",
            })
    void changesAsItSays(String text, Instant first, Instant second) {
        var rules = rules(text);
        var begin = Instant.parse("2032-01-01T00:00:00Z");

        assertThat(rules.nextTransition(begin).getInstant()).isEqualTo(first);
        assertThat(rules.nextTransition(first).getInstant()).isEqualTo(second);
        assertThat(rules.previousTransition(second).getInstant()).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CET-1CEST,M3.5.0,M10.5.0/3",
                "AEST-10AEDT,M10.1.0,M4.1.0/3",
                "AAA3BBB,M3.1.6/-167,M10.4.2/167",
                "AAA3BBB,M2.4.1/167,M9.5.3/167",
                "AAA3BBB,J60/-25,J300/49",
                "AAA3BBB,59/2,299",
                "AAA3BBB,M2.5.0/25,M4.1.0/-100",
            })
    void theRulesOfJavaSayTheSameForCenturies(String text) {
        var rules = rules(text);
        var zone = PosixZone.parse(text);

        for (int year = 1950; year < 2350; year++) {
            for (var change : zone.of(year)) {
                assertThat(rules.nextTransition(change.getInstant().minusMillis(1)))
                        .isEqualTo(change);
                assertThat(rules.previousTransition(change.getInstant().plusMillis(1)))
                        .isEqualTo(change);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MST7 | -7",
                "<+0545>-5:45 | +05:45",
                "EST5EDT,0/0,J365/25 | -4", // a summer without end
                "XXX3EDT4,J1/0,J365/23 | -4",
            })
    void aZoneWithoutChangesKeepsItsOffset(String text, String offset) {
        assertThat(rules(text).getOffset(Instant.parse("2050-07-01T00:00:00Z")))
                .isEqualTo(ZoneOffset.of(offset));
        assertThat(rules(text).nextTransition(Instant.EPOCH)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "EST",
                "5",
                "EST5EDT",
                "EST5EDT,M3.2.0",
                "EST5EDT,M13.1.0,M11.1.0",
                "EST5EDT,M3.6.0,M11.1.0",
                "EST5EDT,J0,J300",
                "EST5EDT,J366,J3",
                "EST5EDT,366,3",
                "EST25",
                "EST5 ",
                "EST5EDT,3.5.0,M11.1.0",
                "<ES5",
                "EST5EDT,M3.2.0/2000,M11.1.0"
            })
    void whatIsNoZoneIsRefused(String text) {
        assertThatThrownBy(() -> PosixZone.parse(text)).isInstanceOf(DateTimeException.class);
    }

    private static ZoneRules rules(String text) {
        var zone = PosixZone.parse(text);
        return new OffsetChanges(zone.standard()).rules(zone);
    }
}
