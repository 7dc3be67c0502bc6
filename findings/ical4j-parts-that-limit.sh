#!/usr/bin/env bash
# ical4j 4.4.0 and parts of a yearly rule that limit each other (RFC 5545, 3.3.10, table): the last week of the year (BYWEEKNO=-1) is the last
# but one; BYMONTH does not limit BYYEARDAY, nor BYWEEKNO, of which one day comes twice; BYMONTHDAY=13 finds 13 February for day 45 of the
# year, which is the 14th; a numbered weekday beside a day of the month, such as the second Friday that is a 13th, is never found.
# lib-recur 0.17.1 is right in all of them, but for a rule that has nothing for a while it throws.
#
# Seen: the first two instances from 2027-01-01, by ical4j and by lib-recur.
# Fails if any of these changes. Needs a JDK 17 and Maven.
set -euo pipefail
maven=$(command -v mvn || echo "$(cd "$(dirname "$0")/.." && pwd)/mvnw")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.dmfs</groupId><artifactId>lib-recur</artifactId><version>0.17.1</version></dependency>
    <dependency><groupId>org.mnode.ical4j</groupId><artifactId>ical4j</artifactId><version>4.4.0</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
  </dependencies>
</project>
POM
"$maven" -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib

cat >Runs.java <<'JAVA'
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.StringJoiner;
import net.fortuna.ical4j.model.Recur;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRule;

public class Runs {
    public static void main(String[] given) throws Exception {
        var runs = new StringJoiner(" ");
        if (given[0].equals("ical4j")) {
            var start = LocalDateTime.of(2027, 1, 1, 0, 0);
            new Recur<LocalDateTime>(given[1])
                    .getDates(start, start, start.plusYears(6), 2)
                    .forEach(at -> runs.add(at.toString()));
        } else {
            var found = new RecurrenceRule(given[1]).iterator(DateTime.parse("20270101T000000Z"));
            for (int i = 0; i < 2; i++) {
                runs.add(Instant.ofEpochMilli(found.nextMillis()).toString().substring(0, 16));
            }
        }
        System.out.println(runs);
    }
}
JAVA
runs() { java -cp "lib/*" Runs.java "$1" "$2"; }

expect() { echo "$1: $2"; [ "$2" = "$3" ] || { echo "it was $3"; exit 1; }; }
expect "ical4j, last week" "$(runs ical4j 'FREQ=YEARLY;BYWEEKNO=-1;BYDAY=SU')" "2027-12-26T00:00 2028-12-24T00:00"
expect "lib-recur, last week" "$(runs lib-recur 'FREQ=YEARLY;BYWEEKNO=-1;BYDAY=SU')" "2028-01-02T00:00 2028-12-31T00:00"
expect "ical4j, day 45 or 70 in March" "$(runs ical4j 'FREQ=YEARLY;BYYEARDAY=45,70;BYMONTH=3')" "2027-02-14T00:00 2027-03-11T00:00"
expect "lib-recur, day 45 or 70 in March" "$(runs lib-recur 'FREQ=YEARLY;BYYEARDAY=45,70;BYMONTH=3')" "2027-03-11T00:00 2028-03-10T00:00"
expect "ical4j, Monday of week 1 in December" "$(runs ical4j 'FREQ=YEARLY;BYWEEKNO=1;BYMONTH=12;BYDAY=MO')" "2027-01-04T00:00 2027-01-04T00:00"
expect "ical4j, day 45 that is a 13th" "$(runs ical4j 'FREQ=YEARLY;BYYEARDAY=45;BYMONTHDAY=13')" "2027-02-13T00:00 2028-02-13T00:00"
expect "ical4j, second Friday that is a 13th" "$(runs ical4j 'FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=2FR')" ""
expect "lib-recur, second Friday that is a 13th" "$(runs lib-recur 'FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=2FR')" "2027-08-13T00:00 2028-10-13T00:00"
