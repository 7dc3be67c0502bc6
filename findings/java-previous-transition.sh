#!/usr/bin/env bash
# java.time.zone.ZoneRules (OpenJDK 17.0.15) looks for the last change before an instant either in its list of changes or in its yearly
# rules, by the year of the instant. So rules made with ZoneRules.of, as any reader of zone files makes them, answer wrongly after a list
# that does not end with the last change of its year:
#   the list ends on 2007-03-11, the rules say March and November: previousTransition(2008-02-01) is March 2007, not November 2007;
#   the list ends on 2007-06-01: previousTransition(2007-07-01) is 11 March 2007, by the rules, which is before the list's end.
# nextTransition and getOffset are right, also for the November that previousTransition leaves out. Going on with the list by the rules to
# the end of the next whole year helps; the rules that come with Java do so.
#
# Seen: "next after 2007-07-01: 2007-11-04T02:00", "before 2008-02-01: 2007-03-11T02:00", "before 2007-07-01: 2007-03-11T02:00".
# Fails if any of these changes. Needs a JDK 17.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/Finding.java" <<'JAVA'
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneOffsetTransitionRule.TimeDefinition;
import java.time.zone.ZoneRules;
import java.util.List;

class Finding {
    static final ZoneOffset STANDARD = ZoneOffset.ofHours(-5);
    static final ZoneOffset SUMMER = ZoneOffset.ofHours(-4);

    public static void main(String[] args) {
        var march = rules(STANDARD, LocalDateTime.of(2007, 3, 11, 2, 0));
        var june = rules(ZoneOffset.ofHours(-6), LocalDateTime.of(2007, 6, 1, 2, 0));
        System.out.println("next after 2007-07-01: " + march.nextTransition(at("2007-07-01")).getDateTimeBefore());
        System.out.println("before 2008-02-01: " + march.previousTransition(at("2008-02-01")).getDateTimeBefore());
        System.out.println("before 2007-07-01: " + june.previousTransition(at("2007-07-01")).getDateTimeBefore());
    }

    /** One change to summer time, and then summer time each year. */
    static ZoneRules rules(ZoneOffset base, LocalDateTime change) {
        var list = List.of(ZoneOffsetTransition.of(change, base, SUMMER));
        var yearly = List.of(yearly(Month.MARCH, 8, STANDARD, SUMMER), yearly(Month.NOVEMBER, 1, SUMMER, STANDARD));
        return ZoneRules.of(base, base, List.of(), list, yearly);
    }

    static ZoneOffsetTransitionRule yearly(Month month, int from, ZoneOffset before, ZoneOffset after) {
        return ZoneOffsetTransitionRule.of(
                month, from, DayOfWeek.SUNDAY, LocalTime.of(2, 0), false, TimeDefinition.WALL, STANDARD, before, after);
    }

    static Instant at(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }
}
JAVA
seen=$(java "$work/Finding.java")
echo "$seen"
test "$seen" = "next after 2007-07-01: 2007-11-04T02:00
before 2008-02-01: 2007-03-11T02:00
before 2007-07-01: 2007-03-11T02:00"
