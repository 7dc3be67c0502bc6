package io.milvaion.web.mcp;

import static io.milvaion.web.mcp.Tool.tool;

import java.util.List;

/** All tools, in the order in which they are listed. */
final class ToolTable {

    private static final String[] OF_OPERATIONS = {
        "Job.Write", "Job.Trigger", "Occurrence.Cancel", "Failure.Write", "Failure.Replay"
    };

    static final List<Tool> ALL =
            List.of(
                    tool("cluster_status", "readDashboard")
                            .saying(
                                    "How everything is: leader, emergency stop, counts, next and last runs. Start here."),
                    tool("attention", "readAttention"),
                    tool("list_jobs", "listJobs"),
                    tool("get_job", "readJob"),
                    tool("why_job", "explainJob"),
                    tool("job_versions", "listJobVersions"),
                    tool("version_diff", "diffJobVersion"),
                    tool("preview_schedule", "previewSchedule"),
                    tool("forecast", "readForecast").with("step", "hour"),
                    tool("misfire_preview", "previewJobMisfires"),
                    tool("misfire_preview_all", "previewMisfires"),
                    tool("create_job", "createJob"),
                    tool("update_job", "patchJob")
                            .saying(
                                    "Change some fields of a job. What is left out stays as it is; null clears a field."),
                    tool("set_job_active", "patchJob")
                            .saying(
                                    "Activate a job, or pause it: its plan stops, runs that are under way go on.")
                            .only("id", "active"),
                    tool("trigger_job", "triggerJob"),
                    tool("restore_version", "restoreJobVersion"),
                    tool("delete_job", "deleteJob"),
                    tool("list_calendars", "listCalendars"),
                    tool("get_calendar", "readCalendar"),
                    tool("calendar_year", "readCalendarYear"),
                    tool("calendar_jobs", "listCalendarJobs"),
                    tool("check_calendar", "checkCalendar"),
                    tool("put_calendar", "putCalendar"),
                    tool("delete_calendar", "deleteCalendar"),
                    tool("holiday_countries", "listHolidayCountries"),
                    tool("list_holidays", "listHolidays"),
                    tool("list_runs", "listOccurrences"),
                    tool("get_run", "readOccurrence"),
                    tool("run_log", "listOccurrenceLogs").with("limit", 100),
                    tool("why_run", "explainOccurrence"),
                    tool("cancel_run", "cancelOccurrence"),
                    tool("retry_run", "retryOccurrence"),
                    tool("run_statistics", "readStatistics").with("points", 24),
                    tool("top_jobs", "listTopJobs"),
                    tool("missed_runs", "listMissedRuns"),
                    tool("missed_runs_summary", "summarizeMissedRuns"),
                    tool("list_failures", "listFailedOccurrences"),
                    tool("failure_groups", "listFailureGroups")
                            .saying(
                                    "What went wrong, by kind: groups of similar errors, those seen last first."),
                    tool("get_failure", "readFailedOccurrence"),
                    tool("resolve_failure", "resolveFailedOccurrence"),
                    tool("delete_failure", "deleteFailedOccurrence"),
                    tool("list_dead_letters", "listDeadLetters"),
                    tool("get_dead_letter", "readDeadLetter"),
                    tool("delete_dead_letter", "deleteDeadLetter"),
                    tool("list_replays", "listReplays"),
                    tool("get_replay", "readReplay"),
                    tool("create_replay", "createReplay"),
                    tool("cancel_replay", "cancelReplay"),
                    tool("bulk_operation", "beginOperation")
                            .saying(
                                    "Do something to all that a filter means. Only counts and shows the first ten unless dryRun is false.")
                            .with("dryRun", true)
                            .forAnyOf(OF_OPERATIONS),
                    tool("list_operations", "listOperations"),
                    tool("get_operation", "readOperation"),
                    tool("operation_failures", "failuresOperation"),
                    tool("cancel_operation", "cancelOperation").forAnyOf(OF_OPERATIONS),
                    tool("list_saved_filters", "listSavedFilters"),
                    tool("create_saved_filter", "createSavedFilter"),
                    tool("apply_documents", "applyApply")
                            .saying(
                                    "Make jobs and roles what documents say, all or nothing. Only shows what would change unless dryRun is false.")
                            .with("dryRun", true)
                            .forAnyOf("Job.Write", "User.Write"),
                    tool("export_documents", "exportExport"),
                    tool("import_jobs", "createImport")
                            .saying(
                                    "Take over jobs of another scheduler: the body is the text of its file. Only shows what becomes of them unless dryRun is false.")
                            .with("dryRun", true),
                    tool("list_workers", "listWorkers"),
                    tool("get_worker", "readWorker"),
                    tool("drain_worker", "drainWorker"),
                    tool("resume_worker", "resumeWorker"),
                    tool("list_worker_groups", "listWorkerGroups"),
                    tool("drain_worker_group", "drainWorkerGroup"),
                    tool("resume_worker_group", "resumeWorkerGroup"),
                    tool("refused_senders", "listRefusedSenders"),
                    tool("list_nodes", "listNodes"),
                    tool("cluster", "readCluster"),
                    tool("queues", "readQueues"),
                    tool("capacity", "readCapacity"),
                    tool("bottlenecks", "readBottlenecks"),
                    tool("limits", "readLimits"),
                    tool("dispatch_status", "readDispatching"),
                    tool("dispatch_history", "listDispatchStops"),
                    tool("stop_dispatching", "stopDispatching"),
                    tool("resume_dispatching", "resumeDispatching"),
                    tool("list_pauses", "listPauses"),
                    tool("pause_jobs", "createPause"),
                    tool("end_pause", "endPause"),
                    tool("zone_rules", "readZoneRules"),
                    tool("look_for_zone_rules", "lookForZoneRules"),
                    tool("list_repairs", "listRepairs"),
                    tool("who_am_i", "readMe"),
                    tool("list_users", "listAccounts"),
                    tool("list_roles", "listRoles"),
                    tool("list_keys", "listKeys"),
                    tool("audit", "listAuditEntries"),
                    tool("verify_audit", "verifyAuditEntries"));

    private ToolTable() {}
}
