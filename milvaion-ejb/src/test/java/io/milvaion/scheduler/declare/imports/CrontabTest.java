package io.milvaion.scheduler.declare.imports;

import static io.milvaion.scheduler.declare.imports.Reading.field;
import static io.milvaion.scheduler.declare.imports.Reading.notes;
import static io.milvaion.scheduler.declare.imports.Reading.runs;
import static io.milvaion.scheduler.declare.imports.SourceFormat.CRONTAB;
import static io.milvaion.scheduler.declare.imports.SourceFormat.SYSTEM_CRONTAB;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrontabTest {

    @Test
    void aLineBecomesAJobWithItsCommandAndTheEnvironmentBeforeIt() {
        var entries =
                Reading.of(
                        CRONTAB,
                        """
                        # m h dom mon dow command
                        MAILTO=ops@example.com
                        PATH = "/usr/bin:/bin"
                        17 *\t* * *   cd / && run-parts --report /etc/cron.hourly
                        DB_PASSWORD='s3cret'
                        @weekly /opt/app/bin/backup.sh --full
                        """);

        assertThat(entries).extracting(SourceEntry::place).containsExactly("line 4", "line 6");
        assertThat(field(entries.get(0), "cronExpression")).isEqualTo("17 * * * *");
        assertThat(field(entries.get(0), "cronDialect")).isEqualTo("unix");
        assertThat(field(entries.get(0), "jobData.command"))
                .isEqualTo("cd / && run-parts --report /etc/cron.hourly");
        assertThat(entries.get(0).job().at("/jobData/environment").toString())
                .isEqualTo("{\"PATH\":\"/usr/bin:/bin\"}");
        assertThat(notes(entries.get(0))).contains("lost MAILTO", "info time zone");
        assertThat(entries.get(1).name()).isEqualTo("backup.sh --full");
        assertThat(field(entries.get(1), "cronExpression")).isEqualTo("0 0 * * 0");
        assertThat(entries.get(1).job().get("secretFields").toString())
                .isEqualTo("[\"/environment/DB_PASSWORD\"]");
    }

    @Test
    void whatStandsAfterAPercentSignIsTyped() {
        var entry = Reading.only(CRONTAB, "0 5 * * 1 mail -s 'Top \\% of' root%Hello,%%bye\\%\n");

        assertThat(field(entry, "jobData.command")).isEqualTo("mail -s 'Top % of' root");
        assertThat(field(entry, "jobData.stdin")).isEqualTo("Hello,\n\nbye%\n");
    }

    @Test
    void theZoneOfTheScheduleIsAnotherThanThatOfTheCommand() {
        var entry = Reading.only(CRONTAB, "TZ=Asia/Tokyo\nCRON_TZ=Europe/Berlin\n30 2 * * * x\n");

        assertThat(field(entry, "timeZone")).isEqualTo("Europe/Berlin");
        assertThat(field(entry, "jobData.environment.TZ")).isEqualTo("Asia/Tokyo");
        assertThat(notes(entry)).contains("info TZ", "info CRON_TZ");
        assertThat(runs(entry, "2027-03-27T12:00:00Z", 2))
                .containsExactly("2027-03-28T01:00:00Z", "2027-03-29T00:30:00Z");
    }

    /** By the source of cron 3.0: only fields that begin with a star run by the clock alone. */
    @ParameterizedTest
    @CsvSource({
        "30 2 * * *, shift, first",
        "'0,30 2 * * *', shift, first",
        "*/30 2 * * *, skip, both",
        "0 */2 * * *, skip, both"
    })
    void changesOfClocksAreThoseOfVixiesCron(String expression, String gap, String overlap) {
        var entry = Reading.only(CRONTAB, expression + " x");

        assertThat(field(entry, "dstGap")).isEqualTo(gap);
        assertThat(field(entry, "dstOverlap")).isEqualTo(overlap);
    }

    /** Either day field is enough, unless one begins with a star. */
    @ParameterizedTest
    @CsvSource({
        "0 0 13 * 5, 2027-04-02T00:00:00Z",
        "0 0 */2 * 5, 2027-04-09T00:00:00Z",
        "0 0 13 * *, 2027-04-13T00:00:00Z",
        "0 0 * * sun, 2027-03-28T00:00:00Z"
    })
    void daysAreThoseOfVixiesCron(String expression, String first) {
        var entry = Reading.only(CRONTAB, expression + " x");

        assertThat(runs(entry, "2027-03-27T00:00:00Z", 1)).containsExactly(first);
    }

    @Test
    void aSystemTableHasUsers() {
        var entry = Reading.only(SYSTEM_CRONTAB, "25 6 * * * root test -x /usr/sbin/anacron\n");

        assertThat(field(entry, "jobData.user")).isEqualTo("root");
        assertThat(field(entry, "jobData.command")).isEqualTo("test -x /usr/sbin/anacron");
    }

    @ParameterizedTest
    @CsvSource({
        "@reboot /bin/x, @reboot runs when a machine starts",
        "1 2 3 x, no line of five fields",
        "0~30 * * * * x, A random value",
        "61 * * * * x, 61 is not from 0 to 59",
        "@fortnightly x, The schedule cannot be read"
    })
    void aLineThatCannotBeAJobSaysWhyAndWhere(String line, String why) {
        var entry = Reading.only(CRONTAB, "\n\n" + line);

        assertThat(entry.place()).isEqualTo("line 3");
        assertThat(entry.refused()).singleElement().asString().contains(why);
    }

    @Test
    void sameCommandsHaveNamesOfTheirOwn() {
        assertThat(Reading.of(CRONTAB, "0 1 * * * x\n0 2 * * * X\n"))
                .extracting(SourceEntry::name)
                .containsExactly("x", "X 2");
    }
}
