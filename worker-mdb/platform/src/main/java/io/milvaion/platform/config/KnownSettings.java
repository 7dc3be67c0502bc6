package io.milvaion.platform.config;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Every setting there is. What is not here cannot be read by {@link SettingsReader}, is refused in
 * the configuration file, and is missing in {@code docs/configuration.md}, which a test compares.
 */
public final class KnownSettings {

    private static final String SECONDS = "1..86400";

    /** In the order of the documentation. */
    public static final List<Setting> ALL =
            List.of(
                    Setting.of(
                            "milvaion.node.name",
                            "host name",
                            "text",
                            "Name of this node and of the worker in its process, in lists, logs and the leader"
                                    + " lease; each start adds eight random digits"),
                    Setting.of(
                            "milvaion.db.url",
                            DatabaseAddress.DEFAULT,
                            "`postgresql://`, `postgres://` or `jdbc:postgresql://`",
                            "Where PostgreSQL is, with user, password and driver parameters"),
                    Setting.of(
                            DatabaseSource.URL,
                            "from `milvaion.db.url`",
                            "`jdbc:postgresql://`",
                            "The address that the driver gets; replaces the derived one whole"),
                    Setting.of(
                            DatabaseSource.USER,
                            "from `milvaion.db.url`",
                            "text",
                            "The database user, when it should not be part of the address"),
                    Setting.of(
                            DatabaseSource.PASSWORD,
                            "from `milvaion.db.url`",
                            "text",
                            "The password, when it should not be part of the address"),
                    Setting.of(
                            "milvaion.redis.url",
                            "redis://127.0.0.1:6379/0",
                            "`redis://`, `rediss://`",
                            "Where Redis is, with user, password and database"),
                    Setting.of(
                            "milvaion.redis.key-prefix",
                            "Milvaion:JobScheduler:",
                            "text",
                            "What every key and channel starts with"),
                    Setting.of(
                            "milvaion.redis.timeout-millis",
                            "2000",
                            "50..60000",
                            "Limit of one call to Redis"),
                    Setting.of(
                            "milvaion.redis.max-connections",
                            "32",
                            "4..1000",
                            "Connections of a node to Redis at most"),
                    new Setting(
                            "milvaion.rabbitmq.url",
                            "MilvaionConfig.RabbitMQ.Url",
                            "amqp://guest:guest@127.0.0.1:5672/%2F",
                            "`amqp://`, `amqps://`",
                            "Where the broker is, with user, password and virtual host"),
                    new Setting(
                            "milvaion.rabbitmq.connect-timeout-millis",
                            "MilvaionConfig.RabbitMQ.ConnectTimeoutMillis",
                            "3000",
                            "100..60000",
                            "Limit of opening a connection to the broker"),
                    new Setting(
                            "milvaion.rabbitmq.heartbeat-seconds",
                            "MilvaionConfig.RabbitMQ.HeartbeatSeconds",
                            "10",
                            "1..600",
                            "Silence after which a connection to the broker counts as dead"),
                    Setting.of(
                            "milvaion.job-dispatcher.lock-ttl-seconds",
                            "15",
                            "5..86400",
                            "Time to live of the leader's key; the lease in force is never longer"
                                    + " than 15 s"),
                    Setting.of(
                            "milvaion.job-dispatcher.renewal-seconds",
                            "1",
                            "1..5",
                            "How often the leader renews its lease"),
                    Setting.of(
                            "milvaion.job-dispatcher.margin-seconds",
                            "3",
                            "1..10",
                            "How long before the end of its lease a leader stops trusting it"),
                    Setting.of(
                            "milvaion.job-dispatcher.batch-size",
                            "500",
                            "1..500",
                            "Runs in one dispatch batch at most"),
                    Setting.of(
                            "milvaion.job-dispatcher.dispatch-lease-seconds",
                            "30",
                            "5..600",
                            "Lease of a batch; more than twice the confirm wait"),
                    Setting.of(
                            "milvaion.job-dispatcher.confirm-wait-seconds",
                            "10",
                            "1..60",
                            "How long the broker may take to confirm a batch"),
                    Setting.of(
                            "milvaion.job-dispatcher.misfire-threshold-seconds",
                            "60",
                            SECONDS,
                            "How late a planned run may be before the job's misfire policy"
                                    + " applies"),
                    Setting.of(
                            "milvaion.job-dispatcher.queue-type",
                            "classic",
                            "`classic`, `quorum`",
                            "Type of the job queues that are declared from now on"),
                    Setting.of(
                            "milvaion.job-dispatcher.max-held-per-job",
                            "1000",
                            "1..100000",
                            "Held runs of a job at most; beyond it runs are skipped"),
                    Setting.of(
                            "milvaion.job-dispatcher.max-queued-per-type",
                            "100000",
                            "1..10000000",
                            "Messages waiting in the queue of a type at most; beyond it runs are"
                                    + " put off"),
                    Setting.of(
                            "milvaion.tracker.report-batch-size",
                            "1000",
                            "1..1000",
                            "Reports stored in one transaction at most"),
                    Setting.of(
                            "milvaion.retry.max-retries",
                            "3",
                            "0..100",
                            "Retries of a failed run where neither job nor job class says"),
                    Setting.of(
                            "milvaion.retry.base-seconds",
                            "5",
                            SECONDS,
                            "Wait before the first retry where neither job nor job class says; it"
                                    + " doubles each time"),
                    Setting.of(
                            "milvaion.retry.cap-seconds",
                            "3600",
                            SECONDS,
                            "Longest wait before a retry"),
                    Setting.of(
                            "milvaion.retry.jitter-percent",
                            "20",
                            "0..100",
                            "By how much a wait before a retry varies at random"),
                    Setting.of(
                            "milvaion.auto-disable.enabled",
                            "true",
                            "`true`, `false`",
                            "Whether failures deactivate jobs; false: no job, whatever it says"),
                    Setting.of(
                            "milvaion.auto-disable.failures",
                            "5",
                            "1..100",
                            "Consecutive failures that deactivate a job where it does not say"),
                    Setting.of(
                            "milvaion.auto-disable.window-seconds",
                            "3600",
                            "1..2592000",
                            "Time in which those failures have to end where the job does not say"),
                    Setting.of(
                            "milvaion.recovery.sweep-seconds",
                            "10",
                            SECONDS,
                            "How often open runs are looked at"),
                    Setting.of(
                            "milvaion.recovery.redis-grace-seconds",
                            "45",
                            SECONDS,
                            "How long all servers must have answered before a run counts as"
                                    + " lost; more than a claim lease and two heartbeats"),
                    Setting.of(
                            "worker.enabled",
                            "true",
                            "`true`, `false`",
                            "Whether this node runs jobs"),
                    Setting.of(
                            "worker.group",
                            "`worker.id`",
                            "`[a-z0-9][a-z0-9_-]{0,79}`",
                            "Worker group; jobs can be pinned to it"),
                    new Setting(
                            "worker.id",
                            "Worker.WorkerId",
                            "none",
                            "`[a-z0-9][a-z0-9_-]{0,79}`",
                            "Another name of `worker.group`"),
                    Setting.of(
                            "worker.max-parallel-jobs",
                            "20",
                            "1..2000",
                            "Runs at once in this process"),
                    Setting.of(
                            "worker.heartbeat-seconds",
                            "5",
                            "1..60",
                            "How often the worker says that it is alive and renews its claims"),
                    Setting.of(
                            "worker.claim-lease-seconds",
                            "30",
                            "4..300",
                            "Lease of a claimed run; at least four heartbeats"),
                    Setting.of(
                            "worker.early-ack-seconds",
                            "300",
                            "1..900",
                            "A longer run is acknowledged and rests on its claim; less than half"
                                    + " the broker's consumer timeout"),
                    Setting.of(
                            "worker.max-waiting-reports",
                            "10000",
                            "100..1000000",
                            "When more reports wait in memory the worker takes no work; while the"
                                    + " broker is away they go to the local store instead"),
                    new Setting(
                            "worker.local-store.path",
                            "Worker.OfflineResilience.LocalStoragePath",
                            "`milvaion-worker` in the working directory",
                            "text",
                            "Directory where reports and log lines wait while the broker is away;"
                                    + " several processes may share it"),
                    Setting.of(
                            "worker.local-store.max-mib",
                            "256",
                            "1..1048576",
                            "Mebibytes that may wait there; when it is full the worker takes no"
                                    + " work"),
                    Setting.of(
                            "worker.abandon-after-seconds",
                            "30",
                            SECONDS,
                            "How long a job may go on after it was told to stop; then the attempt"
                                    + " is reported without its end"),
                    Setting.of(
                            "worker.on-claim-lost",
                            "finish",
                            "`finish`, `interrupt`",
                            "What becomes of an attempt whose claim another process has taken"),
                    Setting.of(
                            "worker.stop-seconds",
                            "20",
                            "0..3600",
                            "How long running jobs may go on when the worker stops; whoever kills"
                                    + " a node that does not end must wait 15 s longer"),
                    Setting.of(
                            "job-consumers.<JobClass>.max-parallel-jobs",
                            "the class, else `worker.max-parallel-jobs`",
                            "1..2000",
                            "Runs of this class at once in this process"),
                    Setting.of(
                            "job-consumers.<JobClass>.timeout-seconds",
                            "the class, else none",
                            "1..2592000",
                            "Limit of an attempt where the job sets none"),
                    Setting.of(
                            "job-consumers.<JobClass>.max-retries",
                            "the class, else `milvaion.retry.max-retries`",
                            "0..1000",
                            "Retries where the job sets none"),
                    Setting.of(
                            "job-consumers.<JobClass>.retry-base-seconds",
                            "the class, else `milvaion.retry.base-seconds`",
                            SECONDS,
                            "Wait before the first retry where the job sets none"),
                    Setting.of(
                            "job-consumers.<JobClass>.on-claim-lost",
                            "the class, else `worker.on-claim-lost`",
                            "`finish`, `interrupt`",
                            "What becomes of an attempt whose claim another process has taken"));

    private KnownSettings() {}

    /** Whether some setting has this key. */
    public static boolean contains(String key) {
        return ALL.stream().anyMatch(s -> s.hasKey(key));
    }

    /** The key that a path in the configuration file sets. */
    static Optional<String> keyAt(List<String> path) {
        return ALL.stream().flatMap(s -> s.keyAt(path).stream()).findFirst();
    }

    /** Whether there are settings in the section at this path. */
    static boolean isSection(List<String> path) {
        return ALL.stream().anyMatch(s -> s.startsWith(path) && s.names().size() > path.size());
    }

    /** What may stand in the section at this path, in alphabetical order. */
    static String namesIn(List<String> path) {
        var names = new TreeSet<String>();
        for (Setting setting : ALL) {
            List<String> all = setting.names();
            if (setting.startsWith(path) && all.size() > path.size()) {
                names.add(all.get(path.size()));
            }
        }
        return String.join(", ", names);
    }
}
