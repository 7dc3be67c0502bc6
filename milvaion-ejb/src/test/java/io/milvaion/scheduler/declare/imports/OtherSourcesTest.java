package io.milvaion.scheduler.declare.imports;

import static io.milvaion.scheduler.declare.imports.Reading.field;
import static io.milvaion.scheduler.declare.imports.Reading.notes;
import static io.milvaion.scheduler.declare.imports.Reading.runs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.scheduler.ground.refusal.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherSourcesTest {

    private static final String CRON_JOB =
            """
            {"apiVersion": "batch/v1", "kind": "CronJob",
             "metadata": {"name": "report", "namespace": "billing"},
             "spec": {"schedule": "30 2 * * *", "timeZone": "Europe/Berlin", "concurrencyPolicy": "Replace",
               "startingDeadlineSeconds": 200, "suspend": true,
               "jobTemplate": {"spec": {"backoffLimit": 3, "activeDeadlineSeconds": 600, "template": {"spec": {
                 "containers": [{"name": "c", "image": "busybox", "env": [
                   {"name": "MODE", "value": "x"}, {"name": "API_TOKEN", "value": "y"}]}]}}}}}}""";

    @Test
    void aCronJobOfKubernetes() {
        var entry = Reading.only(SourceFormat.KUBERNETES, CRON_JOB);

        assertThat(entry.name()).isEqualTo("billing.report");
        assertThat(field(entry, "cronDialect")).isEqualTo("kubernetes");
        assertThat(field(entry, "concurrentExecutionPolicy")).isEqualTo("skip");
        assertThat(field(entry, "active")).isEqualTo("false");
        assertThat(field(entry, "maxRetries")).isEqualTo("3");
        assertThat(field(entry, "timeoutSeconds")).isEqualTo("600");
        assertThat(field(entry, "jobData.pod.containers.0.image")).isEqualTo("busybox");
        assertThat(field(entry, "secretFields.0")).isEqualTo("/pod/containers/0/env/1/value");
        assertThat(notes(entry))
                .contains(
                        "lost concurrencyPolicy Replace",
                        "lost startingDeadlineSeconds",
                        "changed activeDeadlineSeconds");
        assertThat(runs(entry, "2027-03-27T12:00:00Z", 1)).containsExactly("2027-03-29T00:30:00Z");
        assertThat(runs(entry, "2027-10-30T12:00:00Z", 2))
                .containsExactly("2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z");
    }

    @Test
    void listsAndOtherKindsAndOldZonesOfKubernetes() {
        var old = CRON_JOB.replace("30 2 * * *", "CRON_TZ=Asia/Tokyo 0 5 * * *");
        var every = CRON_JOB.replace("30 2 * * *", "@every 1h30m");
        var list = "{\"kind\": \"List\", \"items\": [%s, {\"kind\": \"Service\"}, %s, %s]}";
        var beta = CRON_JOB.replace("batch/v1", "batch/v1beta1");

        var entries = Reading.of(SourceFormat.KUBERNETES, list.formatted(old, every, beta));

        assertThat(entries)
                .extracting(SourceEntry::place)
                .containsExactly("document 1, item 1", "document 1, item 3", "document 1, item 4");
        assertThat(field(entries.get(0), "timeZone")).isEqualTo("Asia/Tokyo");
        assertThat(field(entries.get(0), "cronExpression")).isEqualTo("0 5 * * *");
        assertThat(field(entries.get(1), "every")).isEqualTo("PT1H30M");
        assertThat(entries.get(2).refused()).singleElement().asString().contains("batch/v1beta1");
        assertThatThrownBy(() -> Reading.of(SourceFormat.KUBERNETES, "{\"kind\": \"Service\"}"))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void attributesOfSpring() {
        var entries =
                Reading.of(
                        SourceFormat.SPRING,
                        """
                        [{"bean": "reports", "method": "send", "cron": "0 0 9 * * MON-FRI", "zone": "Europe/Berlin"},
                         {"bean": "reports", "method": "poll", "fixedRate": 5, "timeUnit": "SECONDS", "initialDelay": 10},
                         {"bean": "reports", "method": "clean", "fixedDelayString": "PT1M"},
                         {"bean": "reports", "method": "off", "cron": "-"},
                         {"bean": "reports", "method": "set", "cron": "${reports.cron}"},
                         {"bean": "reports", "method": "bad", "fixedRate": "often"},
                         {"bean": "reports", "method": "none"}]""");

        assertThat(field(entries.get(0), "cronDialect")).isEqualTo("spring");
        assertThat(field(entries.get(0), "jobType")).isEqualTo("reports-send");
        assertThat(field(entries.get(1), "every")).isEqualTo("PT5S");
        assertThat(field(entries.get(1), "startsAt")).isEqualTo("2027-03-26T12:00:10Z");
        assertThat(field(entries.get(2), "delay")).isEqualTo("PT1M");
        assertThat(field(entries.get(3), "schedule")).isEqualTo("none");
        assertThat(entries.subList(4, 7))
                .allSatisfy(entry -> assertThat(entry.refused()).hasSize(1));
    }

    @Test
    void timerUnitsOfSystemd() {
        var entries =
                Reading.of(
                        SourceFormat.SYSTEMD,
                        """
                        # /lib/systemd/system/logrotate.timer
                        [Unit]
                        Description=Daily rotation
                        [Timer]
                        OnCalendar=daily
                        OnCalendar=Mon *-*-* 12:00 Europe/Berlin
                        AccuracySec=1h
                        Persistent=true
                        RandomizedDelaySec=1h 30min

                        # /etc/systemd/system/tick.timer
                        [Timer]
                        OnBootSec=15min
                        OnUnitActiveSec=1d
                        Unit=tock.service
                        # /etc/systemd/system/boot.timer
                        [Timer]
                        OnBootSec=5
                        """);

        assertThat(entries)
                .extracting(SourceEntry::name)
                .containsExactly("logrotate", "logrotate 2", "tick", "boot");
        assertThat(field(entries.get(0), "jitterSeconds")).isEqualTo("5400");
        assertThat(field(entries.get(0), "misfirePolicy")).isEqualTo("once");
        assertThat(field(entries.get(1), "timeZone")).isEqualTo("Europe/Berlin");
        assertThat(field(entries.get(1), "cronExpression")).isEqualTo("Mon *-*-* 12:00");
        assertThat(field(entries.get(2), "every")).isEqualTo("PT24H");
        assertThat(field(entries.get(2), "jobData.unit")).isEqualTo("tock.service");
        assertThat(notes(entries.get(2))).contains("lost OnBootSec");
        assertThat(entries.get(3).refused()).hasSize(1);
    }

    @Test
    void rowsOfXxlJob() {
        var entries =
                Reading.of(
                        SourceFormat.XXL_JOB,
                        """
                        {"xxl_job_info": [
                         {"id": 1, "job_desc": "Nightly", "schedule_type": "CRON", "schedule_conf": "0 30 2 * * ? *",
                          "misfire_strategy": "FIRE_ONCE_NOW", "executor_block_strategy": "COVER_EARLY",
                          "executor_route_strategy": "SHARDING_BROADCAST", "executor_handler": "nightlyJobHandler",
                          "executor_timeout": 60, "executor_fail_retry_count": 2, "trigger_status": 1},
                         {"id": 2, "job_desc": "定时任务", "schedule_type": "FIX_RATE", "schedule_conf": "30",
                          "misfire_strategy": "DO_NOTHING", "executor_block_strategy": "SERIAL_EXECUTION",
                          "executor_handler": "tick", "trigger_status": 0, "trigger_next_time": 1806062400000}]}""");

        assertThat(field(entries.get(0), "cronDialect")).isEqualTo("quartz");
        assertThat(field(entries.get(0), "timeoutSeconds")).isEqualTo("60");
        assertThat(notes(entries.get(0)))
                .contains(
                        "lost executor_block_strategy COVER_EARLY",
                        "lost executor_route_strategy SHARDING_BROADCAST");
        assertThat(entries.get(1).name()).isEqualTo("2");
        assertThat(field(entries.get(1), "displayName")).isEqualTo("定时任务");
        assertThat(field(entries.get(1), "every")).isEqualTo("PT30S");
        assertThat(field(entries.get(1), "concurrentExecutionPolicy")).isEqualTo("queue");
        assertThat(field(entries.get(1), "active")).isEqualTo("false");
    }

    @Test
    void jobsOfHangfireAsTheirHashesAreAndAsItsApiGivesThem() {
        var entries =
                Reading.of(
                        SourceFormat.HANGFIRE,
                        """
                        [{"Id": "recurring-job:mail", "Cron": "30 2 * * *", "TimeZoneId": "W. Europe Standard Time", "Queue": "default",
                          "Misfire": "1", "Job": "{\\"t\\":\\"Acme.Mailer, Acme\\",\\"m\\":\\"Send\\",\\"a\\":[\\"1\\"]}"},
                         {"Id": "poll", "Cron": "*/30 2 * * *", "TimeZoneId": "Europe/Berlin", "Queue": "fast",
                          "Job": {"Type": "Acme.Poller", "Method": "Run", "Args": []}},
                         {"Id": "lost", "Cron": "0 0 13 * FRI", "TimeZoneId": "Atlantis Standard Time"}]""");

        assertThat(field(entries.get(0), "timeZone")).isEqualTo("Europe/Berlin");
        assertThat(field(entries.get(0), "jobType")).isEqualTo("mailer-send");
        assertThat(field(entries.get(0), "misfirePolicy")).isEqualTo("all");
        assertThat(field(entries.get(0), "dstOverlap")).isEqualTo("first");
        assertThat(field(entries.get(1), "dstOverlap")).isEqualTo("both");
        assertThat(field(entries.get(1), "workerGroup")).isEqualTo("fast");
        assertThat(entries.get(2).refused()).singleElement().asString().contains("Atlantis");
    }

    @ParameterizedTest
    @CsvSource({"0 0 13 * FRI, 2027-08-13T00:00:00Z", "0 0 L * *, 2027-03-31T00:00:00Z"})
    void hangfireTakesBothDayFields(String cron, String first) {
        var entry =
                Reading.only(
                        SourceFormat.HANGFIRE,
                        "[{\"Id\": \"a\", \"Cron\": \"%s\", \"TimeZoneId\": \"UTC\"}]"
                                .formatted(cron));

        assertThat(runs(entry, "2027-03-27T00:00:00Z", 1)).containsExactly(first);
    }

    @Test
    void documentsOfOurOwn() {
        var entry =
                Reading.only(
                        SourceFormat.MILVAION,
                        """
                        {"kind": "Job", "metadata": {"name": "a"}, "spec": {"displayName": "A", "jobType": "noop"}}""");

        assertThat(entry.name()).isEqualTo("a");
        assertThat(field(entry, "displayName")).isEqualTo("A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY b 'c'>]><job-scheduling-data>&b;</job-scheduling-data>",
                "<job-scheduling-data>",
                "no XML",
                "<job-scheduling-data/>"
            })
    void xmlWithADocumentTypeOrWithoutJobsIsRefused(String xml) {
        assertThatThrownBy(() -> Reading.of(SourceFormat.QUARTZ_XML, xml))
                .isInstanceOf(InvalidInput.class);
    }

    /** No length, time or start that somebody writes ends in anything but a refusal. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JOB_RUNR|[{'id': 'a', 'scheduleExpression': 'PT0S', 'zoneId': 'UTC'}]",
                "JOB_RUNR|[{'id': 'a', 'scheduleExpression': 'PT2562047788015215H', 'zoneId': 'UTC'}]",
                "JOB_RUNR|[{'id': 'a', 'scheduleExpression': 'PT1H', 'createdAt': '-1000000-01-01T00:00:00Z'}]",
                "JOB_RUNR|[{'id': 'a'}]",
                "SPRING|[{'bean': 'a', 'initialDelay': 9223372036854775807, 'timeUnit': 'DAYS'}]",
                "SPRING|[{'bean': 'a', 'fixedRate': -1}]",
                "XXL_JOB|[{'id': 1, 'schedule_type': 'FIX_RATE', 'schedule_conf': '0'}]",
                "DB_SCHEDULER|[{'task_name': 'a', 'task_data': {'schedule': {'type': 'fixedDelay'}}}]",
                "DB_SCHEDULER|[{'task_name': 'a', 'task_data': {'schedule': {'type': 'daily', 'times': []}}}]",
                "DB_SCHEDULER|[{'task_name': 'a'}]",
                "HANGFIRE|[{}]",
                "MILVAION|{'kind': 'Job'}"
            })
    void whatCannotBeIsRefused(SourceFormat format, String text) {
        assertThat(Reading.only(format, text.replace('\'', '"')).refused()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'25,0,0,26,0,0'", "'999999999,0,0,1,0,0'", "'8,0,0'", "'9,0,0,8,0,0'"})
    void aWindowOfQuartzThatCannotBeIsRefused(String window) {
        var tables =
                """
                {"qrtz_job_details": [{"job_name": "j", "job_group": "g", "job_class_name": "a.J"}],
                 "qrtz_triggers": [{"trigger_name": "d", "trigger_group": "g", "job_name": "j", "job_group": "g", "trigger_type": "DAILY_I"}],
                 "qrtz_simprop_triggers": [{"trigger_name": "d", "trigger_group": "g", "str_prop_1": "SECOND", "int_prop_1": 1,
                   "str_prop_2": "2", "str_prop_3": "%s"}]}""";

        assertThat(Reading.only(SourceFormat.QUARTZ, tables.formatted(window)).refused())
                .hasSize(1);
    }

    @Test
    void tooMuchIsRefusedBeforeItIsKept() {
        var deep = "<a>".repeat(5_000) + "</a>".repeat(5_000);

        assertThatThrownBy(() -> Reading.of(SourceFormat.QUARTZ_XML, deep))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Reading.of(SourceFormat.CRONTAB, "0 1 * * * a\n".repeat(5_001)))
                .hasMessageContaining("5000 entries");
        assertThatThrownBy(
                        () ->
                                Reading.of(
                                        SourceFormat.CRONTAB,
                                        "A=" + "x".repeat(70_000) + "\n0 1 * * * a\n"))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void theFileOfQuartz() {
        var entries =
                Reading.of(
                        SourceFormat.QUARTZ_XML,
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <job-scheduling-data xmlns="http://www.quartz-scheduler.org/xml/JobSchedulingData" version="2.0">
                          <schedule>
                            <job><name>report</name><group>billing</group><description>All of it</description>
                              <job-class>com.acme.ReportJob</job-class><durability>true</durability><recover>true</recover>
                              <job-data-map><entry><key>to</key><value>x@example.com</value></entry></job-data-map></job>
                            <job><name>alone</name><job-class>com.acme.Alone</job-class></job>
                            <trigger><cron><name>t1</name><job-name>report</job-name><job-group>billing</job-group>
                              <misfire-instruction>MISFIRE_INSTRUCTION_DO_NOTHING</misfire-instruction>
                              <cron-expression>0 30 2 ? * MON-FRI</cron-expression><time-zone>Europe/Berlin</time-zone></cron></trigger>
                            <trigger><simple><name>t2</name><job-name>report</job-name><job-group>billing</job-group>
                              <start-time>2027-04-01T00:00:00</start-time>
                              <repeat-count>4</repeat-count><repeat-interval>90000</repeat-interval></simple></trigger>
                          </schedule>
                        </job-scheduling-data>""");

        assertThat(entries)
                .extracting(SourceEntry::name)
                .containsExactly("billing.report t1", "billing.report t2", "alone");
        assertThat(field(entries.get(0), "cronExpression")).isEqualTo("0 30 2 ? * MON-FRI");
        assertThat(field(entries.get(0), "misfirePolicy")).isEqualTo("skip");
        assertThat(field(entries.get(0), "jobType")).isEqualTo("report");
        assertThat(field(entries.get(0), "jobData.data.to")).isEqualTo("x@example.com");
        assertThat(field(entries.get(1), "every")).isEqualTo("PT1M30S");
        assertThat(field(entries.get(1), "maxRuns")).isEqualTo("5");
        assertThat(runs(entries.get(1), "2027-04-01T00:04:00Z", 9))
                .containsExactly("2027-04-01T00:04:30Z", "2027-04-01T00:06:00Z");
        assertThat(field(entries.get(2), "schedule")).isEqualTo("none");
    }
}
