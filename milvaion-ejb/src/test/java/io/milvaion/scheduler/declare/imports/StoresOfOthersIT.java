package io.milvaion.scheduler.declare.imports;

import static io.milvaion.scheduler.declare.imports.Reading.field;
import static io.milvaion.scheduler.declare.imports.Reading.notes;
import static io.milvaion.scheduler.declare.imports.Reading.runs;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.serializer.JacksonSerializer;
import com.github.kagkarlsson.scheduler.serializer.JavaSerializer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.helper.ScheduleAndData;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.milvaion.scheduler.service.Services;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jobrunr.jobs.JobDetails;
import org.jobrunr.jobs.JobParameter;
import org.jobrunr.jobs.RecurringJob;
import org.jobrunr.jobs.mappers.JobMapper;
import org.jobrunr.scheduling.ScheduleExpressionType;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;
import org.jobrunr.utils.mapper.jackson.JacksonJsonMapper;
import org.junit.jupiter.api.Test;
import org.quartz.CalendarIntervalScheduleBuilder;
import org.quartz.CronScheduleBuilder;
import org.quartz.DailyTimeIntervalScheduleBuilder;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TimeOfDay;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/** The libraries themselves write their stores; tables are read as the command line reads them. */
class StoresOfOthersIT {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant LATER = Instant.parse("2031-01-31T08:00:00Z");

    private final DataSource source = Services.ownSource();

    /** A job of Quartz. */
    @DisallowConcurrentExecution
    public static final class Reports implements Job {
        @Override
        public void execute(JobExecutionContext context) {}
    }

    private void run(String sql) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String rows(String... tables) throws SQLException {
        var members = new ArrayList<String>();
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (var table : tables) {
                var sql = "select coalesce(json_agg(t), '[]') from " + table + " t";
                try (var found = statement.executeQuery(sql)) {
                    found.next();
                    members.add('"' + table + "\": " + found.getString(1));
                }
            }
        }
        return "{" + String.join(", ", members) + "}";
    }

    private List<SourceEntry> quartz(Trigger... triggers)
            throws IOException, SQLException, SchedulerException {
        try (var tables =
                org.quartz.Scheduler.class.getResourceAsStream(
                        "/org/quartz/impl/jdbcjobstore/tables_postgres.sql")) {
            run(new String(tables.readAllBytes(), UTF_8));
        }
        var name = "q" + source.hashCode();
        DBConnectionManager.getInstance().addConnectionProvider(name, new Provider(source));
        var settings = new java.util.Properties();
        settings.put("org.quartz.scheduler.instanceName", name);
        settings.put("org.quartz.threadPool.threadCount", "1");
        settings.put("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        settings.put(
                "org.quartz.jobStore.driverDelegateClass",
                "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
        settings.put("org.quartz.jobStore.dataSource", name);
        var scheduler = new StdSchedulerFactory(settings).getScheduler();
        try {
            var job = JobBuilder.newJob(Reports.class).withIdentity("report", "billing");
            job.usingJobData("to", "x@example.com").requestRecovery();
            scheduler.scheduleJob(job.build(), Set.of(triggers), true);
        } finally {
            scheduler.shutdown();
        }
        return Reading.of(
                SourceFormat.QUARTZ,
                rows(
                        "qrtz_job_details",
                        "qrtz_triggers",
                        "qrtz_cron_triggers",
                        "qrtz_simple_triggers",
                        "qrtz_simprop_triggers"));
    }

    private record Provider(DataSource source) implements ConnectionProvider {
        @Override
        public java.sql.Connection getConnection() throws SQLException {
            return source.getConnection();
        }

        @Override
        public void initialize() {}

        @Override
        public void shutdown() {}
    }

    private static TriggerBuilder<Trigger> trigger(String name) {
        return TriggerBuilder.newTrigger().withIdentity(name).startAt(Date.from(LATER));
    }

    private static SourceEntry named(List<SourceEntry> entries, String name) {
        return entries.stream().filter(one -> one.name().endsWith(name)).findFirst().orElseThrow();
    }

    @Test
    void tablesOfQuartz() throws Exception {
        var zone = TimeZone.getTimeZone(BERLIN);
        var cron =
                trigger("cron")
                        .withSchedule(
                                CronScheduleBuilder.cronSchedule("0 30 2 ? * mon-fri")
                                        .inTimeZone(TimeZone.getTimeZone("GMT+5"))
                                        .withMisfireHandlingInstructionDoNothing())
                        .build();
        var simple =
                trigger("simple")
                        .withSchedule(
                                SimpleScheduleBuilder.simpleSchedule()
                                        .withIntervalInSeconds(90)
                                        .withRepeatCount(3))
                        .build();
        var weeks =
                trigger("weeks")
                        .withSchedule(
                                CalendarIntervalScheduleBuilder.calendarIntervalSchedule()
                                        .withIntervalInWeeks(2)
                                        .inTimeZone(zone)
                                        .preserveHourOfDayAcrossDaylightSavings(true))
                        .build();
        var months =
                trigger("months")
                        .withSchedule(
                                CalendarIntervalScheduleBuilder.calendarIntervalSchedule()
                                        .withIntervalInMonths(1)
                                        .inTimeZone(zone))
                        .build();
        var window =
                trigger("window")
                        .withSchedule(
                                DailyTimeIntervalScheduleBuilder.dailyTimeIntervalSchedule()
                                        .startingDailyAt(TimeOfDay.hourAndMinuteOfDay(8, 0))
                                        .endingDailyAt(
                                                TimeOfDay.hourMinuteAndSecondOfDay(17, 59, 59))
                                        .onMondayThroughFriday()
                                        .withIntervalInMinutes(20))
                        .build();

        var entries = quartz(cron, simple, weeks, months, window);

        assertThat(entries).hasSize(5).allSatisfy(one -> assertThat(one.refused()).isEmpty());
        var read = named(entries, " cron");
        assertThat(read.name()).isEqualTo("billing.report cron");
        assertThat(field(read, "cronExpression")).isEqualTo("0 30 2 ? * MON-FRI");
        assertThat(field(read, "timeZone")).isEqualTo("GMT+05:00");
        assertThat(field(read, "misfirePolicy")).isEqualTo("skip");
        assertThat(field(read, "concurrentExecutionPolicy")).isEqualTo("queue");
        assertThat(field(read, "onWorkerLost")).isEqualTo("retry");
        assertThat(notes(read)).contains("lost job_data");
        assertThat(field(named(entries, "simple"), "maxRuns")).isEqualTo("4");
        assertThat(field(named(entries, "weeks"), "every")).isEqualTo("P14D");
        assertThat(field(named(entries, "weeks"), "everyClock")).isEqualTo("local");
        assertThat(field(named(entries, "months"), "rrule"))
                .isEqualTo(
                        "DTSTART;TZID=Europe/Berlin:20310131T090000\nRRULE:FREQ=MONTHLY;INTERVAL=1");
        assertThat(field(named(entries, "window"), "cronExpression"))
                .isEqualTo("0 0,20,40 8,9,10,11,12,13,14,15,16,17 ? * 2,3,4,5,6");
        for (var one : List.of(cron, simple, weeks, months, window)) {
            assertThat(runs(named(entries, one.getKey().getName()), LATER.toString(), 8))
                    .as(one.getKey().getName())
                    .isEqualTo(theirs(one, 8));
        }
    }

    /** What Quartz would fire; the trigger itself moves on. */
    private static List<String> theirs(Trigger trigger, int count) {
        return Stream.iterate(
                        trigger.getFireTimeAfter(Date.from(LATER.minusSeconds(1))),
                        at -> at != null,
                        trigger::getFireTimeAfter)
                .limit(count)
                .map(at -> at.toInstant().toString())
                .toList();
    }

    private List<SourceEntry> dbScheduler(Serializer serializer) throws SQLException {
        run("drop table if exists scheduled_tasks");
        run(
                """
                create table scheduled_tasks (
                  task_name text not null, task_instance text not null, task_data bytea,
                  execution_time timestamptz not null, picked boolean not null, picked_by text,
                  last_success timestamptz, last_failure timestamptz, consecutive_failures int,
                  last_heartbeat timestamptz, version bigint not null, priority smallint,
                  primary key (task_name, task_instance))""");
        var fixed = Tasks.recurring("fixed", Schedules.cron("0 0 2 * * *")).execute((i, c) -> {});
        var once = Tasks.oneTime("once").execute((i, c) -> {});
        var dynamic =
                Tasks.recurringWithPersistentSchedule(
                                "dynamic",
                                com.github.kagkarlsson.scheduler.task.helper.PlainScheduleAndData
                                        .class)
                        .execute((i, c) -> {});
        var scheduler =
                Scheduler.create(source, once, dynamic)
                        .startTasks(fixed)
                        .serializer(serializer)
                        .pollingInterval(Duration.ofDays(1))
                        .build();
        for (var each : schedules().entrySet()) {
            scheduler.schedule(
                    dynamic.schedulableInstance(
                            each.getKey(), ScheduleAndData.of(each.getValue(), null)));
        }
        scheduler.schedule(once.instance("42"), LATER);
        scheduler.start();
        scheduler.stop();
        return Reading.of(SourceFormat.DB_SCHEDULER, rows("scheduled_tasks"));
    }

    private static java.util.Map<String, Schedule> schedules() {
        return java.util.Map.of(
                "cron", new CronSchedule("0 30 2 * * MON", BERLIN),
                "delay", FixedDelay.ofMinutes(5),
                "daily", new Daily(BERLIN, LocalTime.of(2, 30), LocalTime.of(14, 30)));
    }

    @Test
    void tasksOfDbSchedulerWrittenAsJson() throws Exception {
        var entries = dbScheduler(new JacksonSerializer());

        assertThat(entries).hasSize(5);
        var cron = named(entries, "dynamic cron");
        assertThat(field(cron, "cronExpression")).isEqualTo("0 30 2 * * MON");
        assertThat(field(cron, "cronDialect")).isEqualTo("spring");
        assertThat(field(cron, "timeZone")).isEqualTo("Europe/Berlin");
        assertThat(field(named(entries, "delay"), "delay")).isEqualTo("PT5M");
        assertThat(field(named(entries, "daily"), "cronExpression")).isEqualTo("0 30 2,14 * * *");
        assertThat(field(named(entries, "once 42"), "executeAt")).isEqualTo(LATER.toString());
        assertThat(named(entries, "fixed").refused())
                .singleElement()
                .asString()
                .contains("in the code");
    }

    /** Its usual way to write; no object is made of that. */
    @Test
    void tasksOfDbSchedulerWrittenAsObjectsOfJava() throws Exception {
        var entries = dbScheduler(new JavaSerializer());

        assertThat(notes(named(entries, "dynamic cron"))).contains("lost task_data");
        assertThat(field(named(entries, "dynamic cron"), "cronExpression")).isNull();
    }

    @Test
    void recurringJobsOfJobRunr() throws Exception {
        var storage = new PostgresStorageProvider(source);
        storage.setJobMapper(new JobMapper(new JacksonJsonMapper()));
        var call =
                new JobDetails(
                        "com.acme.Reports",
                        null,
                        "send",
                        List.of(new JobParameter("java.lang.String", "x")));
        for (var expression :
                List.of(
                        "30 2 * * *",
                        "PT10M",
                        "*/5 * * * * *",
                        "0 0 13 * 5 [PT1H/PT3H]",
                        "*/5 0 0 13 * 5")) {
            storage.saveRecurringJob(
                    new RecurringJob(
                            expression.replaceAll("[^A-Z0-9]+", "-"),
                            call,
                            ScheduleExpressionType.createScheduleFromString(expression),
                            BERLIN,
                            RecurringJob.CreatedBy.API));
        }

        var entries =
                Reading.of(SourceFormat.JOB_RUNR, rows("jobrunr_recurring_jobs")).stream()
                        .collect(Collectors.toMap(e -> e.name(), e -> e));

        assertThat(entries).hasSize(5);
        var nightly = entries.get("30-2");
        assertThat(field(nightly, "cronDialect")).isEqualTo("unix");
        assertThat(field(nightly, "jobType")).isEqualTo("reports-send");
        assertThat(field(nightly, "jobData.parameters.0")).isEqualTo("x");
        assertThat(runs(nightly, "2027-03-27T12:00:00Z", 1))
                .containsExactly("2027-03-28T01:30:00Z");
    }
}
