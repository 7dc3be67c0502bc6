#!/usr/bin/env bash
# A trigger of Quartz 2.5.2 that runs every month from 31 January on (CalendarIntervalTrigger, "monthly from its start") runs
# on 28 February, and from then on on the 28th for good: each step starts from the day to which the one before was cut.
# A trigger that starts on 30 January does the same, one on 28 January has nothing to lose. So invoices that are to be
# written "monthly, from the end of January" come three days early from March on; after a leap year's February it is the 29th.
#
# Seen: month and day of the first runs in 2031 (and 2032 for the leap year).
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
    <dependency><groupId>org.quartz-scheduler</groupId><artifactId>quartz</artifactId><version>2.5.2</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
  </dependencies>
</project>
POM
"$maven" -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib

cat >Runs.java <<'JAVA'
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.TimeZone;
import org.quartz.CalendarIntervalScheduleBuilder;
import org.quartz.TriggerBuilder;

class Runs {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MM-dd").withZone(ZoneOffset.UTC);

    public static void main(String[] starts) {
        for (var start : starts) {
            var first = Instant.parse(start + "T09:00:00Z");
            var monthly =
                    TriggerBuilder.newTrigger()
                            .startAt(Date.from(first))
                            .withSchedule(
                                    CalendarIntervalScheduleBuilder.calendarIntervalSchedule()
                                            .withIntervalInMonths(1)
                                            .inTimeZone(TimeZone.getTimeZone("UTC")))
                            .build();
            var line = new StringBuilder(start + ":");
            var run = monthly.getFireTimeAfter(Date.from(first.minusSeconds(1)));
            for (int i = 0; i < 5; i++) {
                line.append(' ').append(DAY.format(run.toInstant()));
                run = monthly.getFireTimeAfter(run);
            }
            System.out.println(line);
        }
    }
}
JAVA
java -Duser.timezone=UTC -cp 'lib/*' Runs.java 2031-01-31 2031-01-30 2031-01-28 2032-01-31 | tee seen

cat >expected <<'EXPECTED'
2031-01-31: 01-31 02-28 03-28 04-28 05-28
2031-01-30: 01-30 02-28 03-28 04-28 05-28
2031-01-28: 01-28 02-28 03-28 04-28 05-28
2032-01-31: 01-31 02-29 03-29 04-29 05-29
EXPECTED
diff expected seen
