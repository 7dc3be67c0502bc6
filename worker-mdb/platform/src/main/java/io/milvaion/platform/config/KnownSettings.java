package io.milvaion.platform.config;

import static io.milvaion.platform.config.Setting.address;
import static io.milvaion.platform.config.Setting.flag;
import static io.milvaion.platform.config.Setting.names;
import static io.milvaion.platform.config.Setting.number;
import static io.milvaion.platform.config.Setting.oneOf;
import static io.milvaion.platform.config.Setting.rates;
import static io.milvaion.platform.config.Setting.secret;
import static io.milvaion.platform.config.Setting.text;

import io.milvaion.contract.RedisKeys;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every setting there is, with its default and what is allowed. A configuration file may serve
 * scheduler and workers alike, so each of them has to know the settings of the other: a name that
 * is not here is refused. A constant is called like the key, without the first {@code milvaion}.
 */
public final class KnownSettings {

    private static final List<Setting<?>> LISTED = new ArrayList<>();

    public static final Setting<String> NODE_NAME =
            listed(
                    text("milvaion.node.name").describedAs("host name"),
                    "Name of this node and of the worker in its process, in lists, logs and the leader"
                            + " lease; each start adds eight random digits");

    public static final Setting<String> TIME_ZONEINFO =
            listed(
                    text("milvaion.time.zoneinfo").describedAs("none"),
                    "Directory of time zone rules, TZif files and `tzdata.zi` as `zic` and"
                            + " distributions make them; the newest of it, `/usr/share/zoneinfo`"
                            + " and Java count");
    public static final Setting<String> ROOT_PASSWORD =
            listed(
                    secret("milvaion.root.password", "8 to 128 characters", ".{8,128}"),
                    "Password of the account `root`, which the first start makes; without one it is"
                            + " random and has to be changed at the first login");
    public static final Setting<String> ROOT_PASSWORD_FILE =
            listed(
                    text("milvaion.root.password-file").describedAs("the log"),
                    "File where that random password is left, readable by its owner only");
    public static final Setting<String> ROOT_API_KEY =
            listed(
                    secret(
                            "milvaion.root.api-key",
                            "`mvk_` and 32 to 128 letters, digits, `-` or `_`",
                            "mvk_[A-Za-z0-9_-]{32,128}"),
                    "A key of `root` for the programs that set the product up; once it is revoked"
                            + " it stays so");
    public static final Setting<String> SECRET =
            listed(
                    secret("milvaion.secret", "32 to 1,000 characters", ".{32,1000}"),
                    "Random text, the same on all nodes, that seals what the database must not give"
                            + " away, such as the keys that sign tokens");
    public static final Setting<Integer> SESSION_ACCESS_MINUTES =
            listed(
                    number("milvaion.session.access-minutes", 1, 60).initially(10),
                    "How long an access token is good");
    public static final Setting<Integer> SESSION_IDLE_HOURS =
            listed(
                    number("milvaion.session.idle-hours", 1, 720).initially(12),
                    "When a session ends that nobody has refreshed");
    public static final Setting<Integer> SESSION_MAX_HOURS =
            listed(
                    number("milvaion.session.max-hours", 1, 8_760).initially(168),
                    "When a session ends in any case");

    public static final Setting<Integer> AUDIT_RETENTION_DAYS =
            listed(
                    number("milvaion.audit.retention-days", 1, 36_500).initially(365),
                    "How long the audit trail is kept");

    public static final Setting<Integer> STATISTICS_MINUTES_KEPT_DAYS =
            listed(
                    number("milvaion.statistics.minutes-kept-days", 1, 365).initially(2),
                    "How long numbers of runs are kept by the minute");
    public static final Setting<Integer> STATISTICS_HOURS_KEPT_DAYS =
            listed(
                    number("milvaion.statistics.hours-kept-days", 1, 3_650).initially(90),
                    "How long numbers of runs are kept by the hour");
    public static final Setting<Integer> STATISTICS_DAYS_KEPT_DAYS =
            listed(
                    number("milvaion.statistics.days-kept-days", 1, 36_500).initially(730),
                    "How long numbers of runs are kept by the day");

    public static final Setting<String> DB_URL =
            listed(
                    secret(
                                    "milvaion.db.url",
                                    "`postgresql://`, `postgres://` or `jdbc:postgresql://`",
                                    ".+")
                            .initially("postgresql://milvaion:milvaion@127.0.0.1:5432/milvaion"),
                    "Where PostgreSQL is, with user, password and driver parameters");

    public static final Setting<String> DATASOURCE_URL =
            listed(
                    secret(DatabaseSource.URL, "`jdbc:postgresql://`", ".+")
                            .describedAs("from `milvaion.db.url`"),
                    "The address that the driver gets; replaces the derived one whole");
    public static final Setting<String> DATASOURCE_USER =
            listed(
                    text(DatabaseSource.USER).describedAs("from `milvaion.db.url`"),
                    "The database user, when it should not be part of the address");
    public static final Setting<String> DATASOURCE_PASSWORD =
            listed(
                    secret(DatabaseSource.PASSWORD, "text", ".+")
                            .describedAs("from `milvaion.db.url`"),
                    "The password, when it should not be part of the address");

    public static final Setting<URI> REDIS_URL =
            listed(
                    address("milvaion.redis.url", "redis", "rediss")
                            .initially(URI.create("redis://127.0.0.1:6379/0")),
                    "Where Redis is, with user, password and database");
    public static final Setting<String> REDIS_KEY_PREFIX =
            listed(
                    text("milvaion.redis.key-prefix").initially(RedisKeys.DEFAULT_PREFIX),
                    "What every key and channel starts with");
    public static final Setting<Integer> REDIS_TIMEOUT_MILLIS =
            listed(
                    number("milvaion.redis.timeout-millis", 50, 60_000).initially(2_000),
                    "Limit of one call to Redis");
    public static final Setting<Integer> REDIS_MAX_CONNECTIONS =
            listed(
                    number("milvaion.redis.max-connections", 4, 1_000).initially(32),
                    "Connections of a node to Redis at most");

    public static final Setting<URI> RABBITMQ_URL =
            listed(
                    address("milvaion.rabbitmq.url", "amqp", "amqps")
                            .initially(URI.create("amqp://guest:guest@127.0.0.1:5672/%2F"))
                            .named("MilvaionConfig.RabbitMQ.Url"),
                    "Where the broker is, with user, password and virtual host");
    public static final Setting<Integer> RABBITMQ_CONNECT_TIMEOUT_MILLIS =
            listed(
                    number("milvaion.rabbitmq.connect-timeout-millis", 100, 60_000)
                            .initially(3_000)
                            .named("MilvaionConfig.RabbitMQ.ConnectTimeoutMillis"),
                    "Limit of opening a connection to the broker");
    public static final Setting<Integer> RABBITMQ_HEARTBEAT_SECONDS =
            listed(
                    number("milvaion.rabbitmq.heartbeat-seconds", 1, 600)
                            .initially(10)
                            .named("MilvaionConfig.RabbitMQ.HeartbeatSeconds"),
                    "Silence after which a connection to the broker counts as dead");

    public static final Setting<Integer> EXPORT_MAX_ROWS =
            listed(
                    number("milvaion.export.max-rows", 1, 10_000_000).initially(1_000_000),
                    "Rows of one export at most; a longer one says in its last row that it is cut");
    public static final Setting<Integer> EXPORT_MAX_SECONDS =
            listed(
                    number("milvaion.export.max-seconds", 1, 3_600).initially(600),
                    "How long one export may take; a longer one is cut likewise");
    public static final Setting<Set<String>> HTTP_ALLOWED_HOSTS =
            listed(
                    names(
                                    "milvaion.http.allowed-hosts",
                                    "\\*|(\\*\\.)?[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?",
                                    "names divided by commas; `*.example.org`: all below it; `*`:"
                                            + " any")
                            .describedAs("none"),
                    "Names that a node answers to, besides loopback names and addresses in digits;"
                            + " requests for other hosts are refused");
    public static final Setting<Set<String>> HTTP_ALLOWED_ORIGINS =
            listed(
                    names(
                                    "milvaion.http.allowed-origins",
                                    "https?://[a-z0-9_.\\[\\]:-]+",
                                    "origins such as `https://ops.example.org`, divided by commas")
                            .describedAs("none"),
                    "Whose pages may use the API, besides those that the node serves");

    public static final Setting<Integer> JOB_DISPATCHER_LOCK_TTL_SECONDS =
            listed(
                    number("milvaion.job-dispatcher.lock-ttl-seconds", 5, 86_400).initially(15),
                    "Time to live of the leader's key; the lease in force is never"
                            + " longer than 15 s");
    public static final Setting<Integer> JOB_DISPATCHER_RENEWAL_SECONDS =
            listed(
                    number("milvaion.job-dispatcher.renewal-seconds", 1, 5).initially(1),
                    "How often the leader renews its lease");
    public static final Setting<Integer> JOB_DISPATCHER_MARGIN_SECONDS =
            listed(
                    number("milvaion.job-dispatcher.margin-seconds", 1, 10).initially(3),
                    "How long before the end of its lease a leader stops trusting it");
    public static final Setting<Integer> JOB_DISPATCHER_BATCH_SIZE =
            listed(
                    number("milvaion.job-dispatcher.batch-size", 1, 500).initially(500),
                    "Runs in one dispatch batch at most");
    public static final Setting<Map<String, Integer>> JOB_DISPATCHER_STARTS_PER_SECOND =
            listed(
                    rates("milvaion.job-dispatcher.starts-per-second"),
                    "How many planned runs of a job type start in a second at most; triggers and"
                            + " retries are not counted");
    public static final Setting<Integer> JOB_DISPATCHER_DISPATCH_LEASE_SECONDS =
            listed(
                    number("milvaion.job-dispatcher.dispatch-lease-seconds", 5, 600).initially(30),
                    "Lease of a batch; more than twice the confirm wait");
    public static final Setting<Integer> JOB_DISPATCHER_CONFIRM_WAIT_SECONDS =
            listed(
                    number("milvaion.job-dispatcher.confirm-wait-seconds", 1, 60).initially(10),
                    "How long the broker may take to confirm a batch");
    public static final Setting<Integer> JOB_DISPATCHER_MISFIRE_THRESHOLD_SECONDS =
            listed(
                    number("milvaion.job-dispatcher.misfire-threshold-seconds", 1, 86_400)
                            .initially(60),
                    "How late a planned run may be before the job's misfire policy applies");
    public static final Setting<String> JOB_DISPATCHER_QUEUE_TYPE =
            listed(
                    oneOf("milvaion.job-dispatcher.queue-type", "classic", "quorum")
                            .initially("classic"),
                    "Type of the job queues that are declared from now on");
    public static final Setting<Integer> JOB_DISPATCHER_MAX_HELD_PER_JOB =
            listed(
                    number("milvaion.job-dispatcher.max-held-per-job", 1, 100_000).initially(1_000),
                    "Held runs of a job at most; beyond it runs are skipped");
    public static final Setting<Integer> JOB_DISPATCHER_MAX_QUEUED_PER_TYPE =
            listed(
                    number("milvaion.job-dispatcher.max-queued-per-type", 1, 10_000_000)
                            .initially(100_000),
                    "Messages waiting in the queue of a type at most; beyond it runs"
                            + " are put off");

    public static final Setting<Integer> TRACKER_REPORT_BATCH_SIZE =
            listed(
                    number("milvaion.tracker.report-batch-size", 1, 1_000).initially(1_000),
                    "Reports stored in one transaction at most");

    public static final Setting<Integer> RETRY_MAX_RETRIES =
            listed(
                    number("milvaion.retry.max-retries", 0, 100).initially(3),
                    "Retries of a failed run where neither job nor job class says");
    public static final Setting<Integer> RETRY_BASE_SECONDS =
            listed(
                    number("milvaion.retry.base-seconds", 1, 86_400).initially(5),
                    "Wait before the first retry where neither job nor job class says;"
                            + " it doubles each time");
    public static final Setting<Integer> RETRY_CAP_SECONDS =
            listed(
                    number("milvaion.retry.cap-seconds", 1, 86_400).initially(3_600),
                    "Longest wait before a retry");
    public static final Setting<Integer> RETRY_JITTER_PERCENT =
            listed(
                    number("milvaion.retry.jitter-percent", 0, 100).initially(20),
                    "By how much a wait before a retry varies at random");

    public static final Setting<Boolean> AUTO_DISABLE_ENABLED =
            listed(
                    flag("milvaion.auto-disable.enabled").initially(true),
                    "Whether failures deactivate jobs; false: no job, whatever it says");
    public static final Setting<Integer> AUTO_DISABLE_FAILURES =
            listed(
                    number("milvaion.auto-disable.failures", 1, 100).initially(5),
                    "Consecutive failures that deactivate a job where it does not say");
    public static final Setting<Integer> AUTO_DISABLE_WINDOW_SECONDS =
            listed(
                    number("milvaion.auto-disable.window-seconds", 1, 2_592_000).initially(3_600),
                    "Time in which those failures have to end where the job does not say");

    public static final Setting<Integer> RECOVERY_SWEEP_SECONDS =
            listed(
                    number("milvaion.recovery.sweep-seconds", 1, 86_400).initially(10),
                    "How often open runs are looked at");
    public static final Setting<Integer> RECOVERY_REDIS_GRACE_SECONDS =
            listed(
                    number("milvaion.recovery.redis-grace-seconds", 1, 86_400).initially(45),
                    "How long all servers must have answered before a run counts as"
                            + " lost; more than a claim lease and two heartbeats");

    /** In the order of the documentation. */
    public static final List<Setting<?>> ALL =
            Stream.of(
                            LISTED,
                            KnownProtectionSettings.LISTED,
                            KnownElsewhereSettings.LISTED,
                            KnownConsoleSettings.LISTED,
                            KnownWorkerSettings.LISTED)
                    .flatMap(List::stream)
                    .toList();

    private KnownSettings() {}

    private static <T> Setting<T> listed(Setting<T> setting, String meaning) {
        var complete = setting.meaning(meaning);
        LISTED.add(complete);
        return complete;
    }

    /** Whether some setting has this key. */
    static boolean contains(String key) {
        return ALL.stream().anyMatch(s -> s.hasKey(key));
    }
}
