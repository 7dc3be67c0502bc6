#!/usr/bin/env bash
# jollyday 2.19.0 has one day of each Turkish feast. By law 2429 Ramazan Bayrami has three days and Kurban Bayrami four,
# each after a half day: in 2026 20 to 22 March and 27 to 30 May. The library has 20 March and 27 May only, so what asks
# it whether to run does run on five public holidays of that year; those between a feast and a weekend are working days
# to it. Saudi Arabia, whose feasts are of the same file format, has three days of each.
#
# Seen: "TR 2026-03-20 2026-05-27" among the days of March and May, and three days of each for SA.
# Fails if that changes. Needs a JDK 17 and Maven.
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
    <dependency><groupId>de.focus-shift</groupId><artifactId>jollyday-jaxb</artifactId><version>2.19.0</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
  </dependencies>
</project>
POM
"$maven" -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib

cat >Finding.java <<'JAVA'
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.Year;
import java.util.TreeSet;

class Finding {
    public static void main(String[] countries) {
        for (var country : countries) {
            var days = new TreeSet<String>();
            HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase()))
                    .getHolidays(Year.of(2026))
                    .stream()
                    .filter(holiday -> holiday.getPropertiesKey().contains("ID_"))
                    .forEach(holiday -> days.add(holiday.getDate().toString()));
            System.out.println(country + " " + String.join(" ", days));
        }
    }
}
JAVA
java -cp 'lib/*' Finding.java TR SA | tee seen
grep -qx 'TR 2026-03-20 2026-05-27' seen
