package io.milvaion.scheduler.time.cron;

/** How the text of a cron expression is read: the same text means other instants in each. */
public enum CronDialect {
    /** The grammar of the package description. The default. */
    MILVAION,
    /** Vixie's cron: days or'd when both day fields are restricted. */
    UNIX,
    /** Quartz: days of the week from 1 = Sunday, a year. */
    QUARTZ,
    /** Spring's CronExpression. */
    SPRING,
    /** robfig/cron, which Kubernetes uses for its CronJobs. */
    KUBERNETES,
    /** Calendar events of systemd timers (OnCalendar). */
    SYSTEMD
}
