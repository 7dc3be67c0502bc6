package io.milvaion.scheduler.declare.imports;

import io.milvaion.scheduler.ground.refusal.InvalidInput;
import java.util.List;

/** The files and tables that are understood. */
public enum SourceFormat {
    /** {@code crontab -l}. */
    CRONTAB,
    /** {@code /etc/crontab} and {@code /etc/cron.d}: with a user. */
    SYSTEM_CRONTAB,
    /** CronJobs, also as {@code kubectl get -o yaml} lists them. */
    KUBERNETES,
    /** The {@code jobs.xml} of Quartz. */
    QUARTZ_XML,
    /** The tables of its JDBC store. */
    QUARTZ,
    /** A list of attributes of {@code @Scheduled}. */
    SPRING,
    /** Timer units, as {@code systemctl cat} shows them. */
    SYSTEMD,
    /** Rows of {@code scheduled_tasks}. */
    DB_SCHEDULER,
    /** Rows of {@code jobrunr_recurring_jobs}. */
    JOB_RUNR,
    /** Rows of {@code xxl_job_info}. */
    XXL_JOB,
    /** Recurring jobs, as its storage has them. */
    HANGFIRE,
    /** Documents of ours. */
    MILVAION;

    /**
     * @throws InvalidInput if it is not of this format as a whole
     */
    public List<SourceEntry> read(SourceInput input) {
        return reader().read(input);
    }

    private SourceReader reader() {
        return switch (this) {
            case CRONTAB -> new Crontab(false);
            case SYSTEM_CRONTAB -> new Crontab(true);
            case KUBERNETES -> new KubernetesCronJobs();
            case QUARTZ_XML -> new QuartzXml();
            case QUARTZ -> new QuartzTables();
            case SPRING -> new SpringScheduled();
            case SYSTEMD -> new SystemdTimers();
            case DB_SCHEDULER -> new DbSchedulerTasks();
            case JOB_RUNR -> new JobRunrJobs();
            case XXL_JOB -> new XxlJobs();
            case HANGFIRE -> new HangfireJobs();
            case MILVAION -> new OwnDocuments();
        };
    }
}
