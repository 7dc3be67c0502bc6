#!/usr/bin/env bash
# lib-recur 0.17.1 counts days of the year from the end (BYYEARDAY) a day too early in rules of hours, minutes and seconds: -1 is
# 30 December there. In a rule of years -1 is 31 December, and days from the beginning are right in all of them; so is BYMONTHDAY=-1.
# ical4j 4.4.0 has no instance of such a rule at all, without a word, while BYYEARDAY=365 works.
#
# Seen: the first two instances from 2027-01-01.
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
                    .getDates(start, start, start.plusYears(3), 2)
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
expect "lib-recur, years, -1" "$(runs lib-recur 'FREQ=YEARLY;BYYEARDAY=-1')" "2027-12-31T00:00 2028-12-31T00:00"
expect "lib-recur, hours, 365" "$(runs lib-recur 'FREQ=HOURLY;INTERVAL=12;BYYEARDAY=365')" "2027-12-31T00:00 2027-12-31T12:00"
expect "lib-recur, hours, -1" "$(runs lib-recur 'FREQ=HOURLY;INTERVAL=12;BYYEARDAY=-1')" "2027-12-30T00:00 2027-12-30T12:00"
expect "lib-recur, minutes, -19" "$(runs lib-recur 'FREQ=MINUTELY;INTERVAL=720;BYYEARDAY=-19')" "2027-12-12T00:00 2027-12-12T12:00"
expect "lib-recur, seconds, -1" "$(runs lib-recur 'FREQ=SECONDLY;INTERVAL=43200;BYYEARDAY=-1')" "2027-12-30T00:00 2027-12-30T12:00"
expect "lib-recur, hours, last of the month" "$(runs lib-recur 'FREQ=HOURLY;INTERVAL=12;BYMONTHDAY=-1')" "2027-01-31T00:00 2027-01-31T12:00"
expect "ical4j, hours, 365" "$(runs ical4j 'FREQ=HOURLY;INTERVAL=12;BYYEARDAY=365')" "2027-12-31T00:00 2027-12-31T12:00"
expect "ical4j, hours, -1" "$(runs ical4j 'FREQ=HOURLY;INTERVAL=12;BYYEARDAY=-1')" ""
