#!/usr/bin/env bash
# Quartz 2.5.2 drops a step after names of days and months, without a word: MON-FRI/2 runs from Monday to Friday, MON/2 on
# Mondays and JAN-DEC/2 in each month. The same in numbers, 2-6/2, 2/2 (Sunday is 1) and 1-12/2, has its steps.
#
# Seen from Monday 4 January 2027 on, month, day and hour of the next runs.
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
import java.util.Date;
import java.util.TimeZone;
import org.quartz.CronExpression;

public class Runs {
    public static void main(String[] given) throws Exception {
        var cron = new CronExpression(given[0]);
        cron.setTimeZone(TimeZone.getTimeZone("UTC"));
        var at = Date.from(Instant.parse(given[1]));
        for (int i = 0; i < 4; i++) {
            at = cron.getTimeAfter(at);
            System.out.print((i == 0 ? "" : " ") + at.toInstant().toString().substring(5, 13));
        }
        System.out.println();
    }
}
JAVA
runs() { java -cp "lib/*" Runs.java "$1" "$2"; }

expect() { echo "$1: $2"; [ "$2" = "$3" ] || { echo "it was $3"; exit 1; }; }
expect "numbers 2-6/2" "$(runs '0 0 9 ? * 2-6/2' 2027-01-04T10:00:00Z)" "01-06T09 01-08T09 01-11T09 01-13T09"
expect "names MON-FRI/2" "$(runs '0 0 9 ? * MON-FRI/2' 2027-01-04T10:00:00Z)" "01-05T09 01-06T09 01-07T09 01-08T09"
expect "number 2/2" "$(runs '0 0 9 ? * 2/2' 2027-01-04T10:00:00Z)" "01-06T09 01-08T09 01-11T09 01-13T09"
expect "name MON/2" "$(runs '0 0 9 ? * MON/2' 2027-01-04T10:00:00Z)" "01-11T09 01-18T09 01-25T09 02-01T09"
expect "numbers of months 1-12/2" "$(runs '0 0 9 1 1-12/2 ?' 2027-01-04T10:00:00Z)" "03-01T09 05-01T09 07-01T09 09-01T09"
expect "names of months JAN-DEC/2" "$(runs '0 0 9 1 JAN-DEC/2 ?' 2027-01-04T10:00:00Z)" "02-01T09 03-01T09 04-01T09 05-01T09"
