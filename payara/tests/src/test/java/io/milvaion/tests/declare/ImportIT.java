package io.milvaion.tests.declare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.milvaion.tests.people.Person;
import io.milvaion.tests.server.Answer;
import io.milvaion.tests.server.Milvaion;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(ArquillianExtension.class)
class ImportIT {

    private static final String IMPORTS = "api/v1/imports";
    private static final String FILE = "application/octet-stream";

    @ArquillianResource URL root;
    private Milvaion milvaion;
    private Documents documents;

    @BeforeEach
    void connect() {
        milvaion = new Milvaion(root);
        documents = new Documents(milvaion);
    }

    @AfterEach
    void prune() {
        documents.close();
        milvaion.close();
    }

    /** Sends the text as JSON, so that the exchange is compared with the description. */
    private Answer read(String format, String query, String text) {
        return milvaion.rest().post(path(format, query), JsonNodeFactory.instance.textNode(text));
    }

    private String path(String format, String query) {
        return IMPORTS
                + "?format=%s&tag=%s&label=team=%s&prefix=%s%s"
                        .formatted(
                                format,
                                documents.team,
                                documents.team,
                                documents.team.substring(0, 9),
                                query);
    }

    private static List<String> texts(JsonNode list) {
        return list.findValuesAsText("action");
    }

    @Test
    void aDryRunTellsWhatBecomesOfEachLineAndDoesNothing() {
        var table =
                """
                CRON_TZ=Europe/Berlin
                30 2 * * * /opt/backup.sh
                @reboot /opt/start.sh
                0 0 13 * 5 /opt/friday.sh
                """;

        var answer = read("crontab", "&dryRun=true", table).expect(200);

        var entries = answer.json().get("entries");
        assertThat(entries).hasSize(3);
        assertThat(entries.at("/0/place").textValue()).isEqualTo("line 2");
        assertThat(entries.at("/0/action").textValue()).isEqualTo("create");
        assertThat(entries.at("/0/job/cronDialect").textValue()).isEqualTo("unix");
        assertThat(entries.at("/0/theirs")).hasSize(10).isEqualTo(entries.at("/0/ours"));
        assertThat(entries.at("/0/differs").booleanValue()).isFalse();
        assertThat(entries.at("/1/action").isNull()).isTrue();
        assertThat(entries.at("/1/errors/0").textValue()).startsWith("@reboot");
        assertThat(entries.at("/2/theirs")).isEqualTo(entries.at("/2/ours"));
        assertThat(answer.header("ETag")).contains(answer.json().get("planHash").textValue());
        assertThat(documents.jobs()).isEmpty();
    }

    /** Quartz goes from the first pass of an overlap straight to the second. */
    @Test
    void whatWillDifferWhenClocksChangeIsMarked() {
        var rows =
                """
                [{"id": 7, "job_desc": "tick", "schedule_type": "CRON", "schedule_conf": "0 0/30 * * * ?",
                  "executor_handler": "tick", "trigger_status": 1}]""";

        var entry =
                read("xxlJob", "&dryRun=true&timeZone=Europe/Berlin", rows)
                        .expect(200)
                        .json()
                        .at("/entries/0");

        assertThat(entry.get("theirs")).isEqualTo(entry.get("ours"));
        assertThat(entry.get("differs").booleanValue()).isTrue();
        assertThat(entry.at("/firstDifference/ours").textValue()).endsWith("-31T00:00:00.000Z");
    }

    @Test
    void whatIsImportedTwiceChangesOnceAndOthersOnlyWhenThatIsAskedFor() {
        var table = "30 2 * * * a\n";
        var other = "45 2 * * * a\n";

        assertThat(texts(read("crontab", "", table).expect(200).json())).containsExactly("create");
        assertThat(texts(read("crontab", "", table).expect(200).json()))
                .containsExactly("unchanged");
        var looked = read("crontab", "&dryRun=true", other).expect(200).json();
        assertThat(looked.at("/entries/0/errors/0").textValue()).contains("existing=update");
        assertThat(read("crontab", "", other).expectProblem(400).body())
                .contains("entries[0]", "existing=update");
        assertThat(texts(read("crontab", "&existing=update", other).expect(200).json()))
                .containsExactly("update");

        var job =
                milvaion.rest().get("api/v1/jobs/" + documents.jobs().get(0).get("id").textValue());
        assertThat(job.json().get("cronExpression").textValue()).isEqualTo("45 2 * * *");
        assertThat(job.json().at("/jobData/command").textValue()).isEqualTo("a");
        assertThat(job.json().get("tags").toString()).contains(documents.team);
    }

    @Test
    void nothingIsStoredWhileALineIsWrongUnlessItMayBeLeftOut() {
        var table = "30 2 * * * a\n61 * * * * b\n@reboot c\n";

        assertThat(read("crontab", "", table).expectProblem(400).json().get("violations"))
                .extracting(violation -> violation.get("message").textValue())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("line 2, "),
                        second -> assertThat(second).startsWith("line 3, "));
        assertThat(documents.jobs()).isEmpty();

        var done = read("crontab", "&skipWrong=true", table).expect(200).json();
        assertThat(done.at("/summary/create").intValue()).isEqualTo(1);
        assertThat(documents.jobs()).hasSize(1);
    }

    @Test
    void aFileIsTakenAsItIs() {
        var yaml =
                """
                apiVersion: batch/v1
                kind: CronJob
                metadata: {name: report}
                spec:
                  schedule: "30 2 * * *"
                  timeZone: Europe/Berlin
                  suspend: true
                  jobTemplate: {spec: {template: {spec: {containers: [{name: c, image: busybox}]}}}}
                ---
                kind: Service
                """;
        var answer =
                milvaion.rest().upload(path("kubernetes", "&dryRun=true"), FILE, yaml).expect(200);

        assertThat(answer.json().at("/entries/0/job/active").booleanValue()).isFalse();
        assertThat(answer.json().at("/entries/0/differs").booleanValue()).isFalse();
        milvaion.rest()
                .upload(path("kubernetes", "&dryRun=true"), "application/yaml", yaml)
                .expect(200);
        milvaion.rest().upload(path("kubernetes", ""), "text/plain", yaml).expectProblem(415);
    }

    /** Whatever plans them: intervals, pauses, recurrences, units, single runs. */
    @Test
    void everyKindOfScheduleIsTakenOverAndRunsAlike() {
        var quartz =
                """
                {"qrtz_job_details": [{"job_name": "j", "job_group": "DEFAULT", "job_class_name": "a.J", "is_nonconcurrent": true}],
                 "qrtz_triggers": [
                  {"trigger_name": "s", "trigger_group": "g", "job_name": "j", "job_group": "DEFAULT", "trigger_type": "SIMPLE", "start_time": 1925049600000, "end_time": 0},
                  {"trigger_name": "w", "trigger_group": "g", "job_name": "j", "job_group": "DEFAULT", "trigger_type": "CAL_INT", "start_time": 1925049600000, "end_time": 2000000000000},
                  {"trigger_name": "m", "trigger_group": "g", "job_name": "j", "job_group": "DEFAULT", "trigger_type": "CAL_INT", "start_time": 1925049600000, "end_time": 0},
                  {"trigger_name": "d", "trigger_group": "g", "job_name": "j", "job_group": "DEFAULT", "trigger_type": "DAILY_I", "start_time": 1700000000000, "end_time": 0}],
                 "qrtz_simple_triggers": [{"trigger_name": "s", "trigger_group": "g", "repeat_count": 3, "repeat_interval": 90000}],
                 "qrtz_simprop_triggers": [
                  {"trigger_name": "w", "trigger_group": "g", "str_prop_1": "WEEK", "str_prop_2": "Europe/Berlin", "int_prop_1": 2, "bool_prop_1": true},
                  {"trigger_name": "m", "trigger_group": "g", "str_prop_1": "MONTH", "str_prop_2": "Europe/Berlin", "int_prop_1": 1},
                  {"trigger_name": "d", "trigger_group": "g", "str_prop_1": "MINUTE", "int_prop_1": 20, "str_prop_2": "2,3,4,5,6", "str_prop_3": "8,0,0,17,59,59"}]}""";
        var spring =
                """
                [{"bean": "a", "method": "rate", "fixedRate": 90, "timeUnit": "SECONDS", "initialDelay": 5},
                 {"bean": "a", "method": "pause", "fixedDelay": 60000},
                 {"bean": "a", "method": "once", "initialDelay": 600000},
                 {"bean": "a", "method": "cron", "cron": "0 30 2 * * MON-FRI", "zone": "Europe/Berlin"}]""";
        var systemd =
                "# /etc/systemd/system/a.timer\n[Timer]\nOnCalendar=Mon..Fri *-*-* 02:30 Europe/Berlin\nRandomizedDelaySec=1h\nOnUnitActiveSec=1d\n";

        taken(read("quartz", "", quartz), 4);
        taken(read("spring", "", spring), 4);
        taken(read("systemd", "", systemd), 2);
        assertThat(documents.jobs()).hasSize(10);
    }

    private static void taken(Answer answer, int count) {
        assertThat(answer.expect(200).json().get("entries"))
                .hasSize(count)
                .allSatisfy(
                        entry -> {
                            assertThat(entry.get("errors")).as(entry.toString()).isEmpty();
                            assertThat(entry.get("differs").booleanValue())
                                    .as(entry.toString())
                                    .isFalse();
                        });
    }

    @Test
    void onlyWhatWasSeenIsTakenOver() {
        var looked = read("crontab", "&dryRun=true", "30 2 * * * a\n");
        var tag = looked.header("ETag");
        var path = path("crontab", "");

        milvaion.rest().upload(path, FILE, "45 2 * * * a\n", "If-Match", tag).expectProblem(412);
        assertThat(documents.jobs()).isEmpty();
        milvaion.rest().upload(path, FILE, "30 2 * * * a\n", "If-Match", tag).expect(200);
    }

    @ParameterizedTest
    @CsvSource({
        "'', a, 400",
        "format=crontabs, a, 400",
        "format=crontab&timeZone=Mars/Base, a, 400",
        "format=crontab&existing=keep, a, 400",
        "format=crontab&prefix=-, a, 400",
        "format=crontab, '', 400",
        "format=kubernetes, 'a: [', 400",
        "format=kubernetes, 'kind: Service', 400",
        "format=quartzXml, '<!DOCTYPE a SYSTEM \"file:///etc/hosts\"><a/>', 400",
        "format=quartz, '[]', 400",
        "format=xxlJob, '[1]', 400",
        "format=systemd, 'x', 400"
    })
    void whatIsNotUnderstoodIsAProblem(String query, String body, int status) {
        milvaion.rest().upload(IMPORTS + "?" + query, FILE, body).expectProblem(status);
    }

    /** A team's key imports its own jobs, and whoever may only read imports none. */
    @Test
    void whoIsLimitedImportsWithinTheLimit() {
        var role = JsonNodeFactory.instance.objectNode();
        role.withArray("permissions").add("Job.Read").add("Job.Write");
        role.putObject("limit").putArray("tags").add(documents.team);
        var name = documents.named("Importer");
        milvaion.rest().put("api/v1/roles/" + name, role).expect(201);
        var member = Person.with(URI.create(root.toString()), milvaion, name).login();
        var name2 = "n" + UUID.randomUUID().toString().substring(0, 8);

        member.upload(IMPORTS + "?format=crontab&prefix=" + name2, FILE, "0 1 * * * a\n")
                .expectProblem(403);
        member.upload(path("crontab", ""), FILE, "0 1 * * * a\n").expect(200);
    }
}
