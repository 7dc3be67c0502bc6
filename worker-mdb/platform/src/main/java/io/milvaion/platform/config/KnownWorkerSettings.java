package io.milvaion.platform.config;

import static io.milvaion.platform.config.Setting.flag;
import static io.milvaion.platform.config.Setting.number;
import static io.milvaion.platform.config.Setting.oneOf;
import static io.milvaion.platform.config.Setting.secret;
import static io.milvaion.platform.config.Setting.text;

import io.milvaion.contract.JobType;
import java.util.ArrayList;
import java.util.List;

/** The settings of {@link KnownSettings} that workers read. */
public final class KnownWorkerSettings {

    static final List<Setting<?>> LISTED = new ArrayList<>();

    private static final String WORKER_NAME = "`" + JobType.FORM.pattern() + "`";

    public static final Setting<Boolean> WORKER_ENABLED =
            listed(flag("worker.enabled").initially(true), "Whether this node runs jobs");
    public static final Setting<String> WORKER_GROUP =
            listed(
                    text("worker.group", WORKER_NAME).describedAs("`worker.id`"),
                    "Worker group; jobs can be pinned to it");
    public static final Setting<String> WORKER_ID =
            listed(
                    text("worker.id", WORKER_NAME).named("Worker.WorkerId"),
                    "Another name of `worker.group`");
    public static final Setting<Integer> WORKER_MAX_PARALLEL_JOBS =
            listed(
                    number("worker.max-parallel-jobs", 1, 2_000).initially(20),
                    "Runs at once in this process");
    public static final Setting<Integer> WORKER_HEARTBEAT_SECONDS =
            listed(
                    number("worker.heartbeat-seconds", 1, 60).initially(5),
                    "How often the worker says that it is alive and renews its claims");
    public static final Setting<Integer> WORKER_CLAIM_LEASE_SECONDS =
            listed(
                    number("worker.claim-lease-seconds", 4, 300).initially(30),
                    "Lease of a claimed run; at least four heartbeats");
    public static final Setting<Integer> WORKER_EARLY_ACK_SECONDS =
            listed(
                    number("worker.early-ack-seconds", 1, 900).initially(300),
                    "A longer run is acknowledged and rests on its claim; less than"
                            + " half the broker's consumer timeout");
    public static final Setting<Integer> WORKER_MAX_WAITING_REPORTS =
            listed(
                    number("worker.max-waiting-reports", 100, 1_000_000).initially(10_000),
                    "When more reports wait in memory the worker takes no work; while"
                            + " the broker is away they go to the local store instead");
    public static final Setting<String> WORKER_LOCAL_STORE_PATH =
            listed(
                    text("worker.local-store.path")
                            .initially("milvaion-worker")
                            .describedAs("`milvaion-worker` in the working directory")
                            .named("Worker.OfflineResilience.LocalStoragePath"),
                    "Directory where reports and log lines wait while the broker is"
                            + " away; several processes may share it");
    public static final Setting<Integer> WORKER_LOCAL_STORE_MAX_MIB =
            listed(
                    number("worker.local-store.max-mib", 1, 1_048_576).initially(256),
                    "Mebibytes that may wait there; when it is full the worker takes no work");
    public static final Setting<Integer> WORKER_ABANDON_AFTER_SECONDS =
            listed(
                    number("worker.abandon-after-seconds", 1, 86_400).initially(30),
                    "How long a job may go on after it was told to stop; then the"
                            + " attempt is reported without its end");
    public static final Setting<String> WORKER_ON_CLAIM_LOST =
            listed(
                    oneOf("worker.on-claim-lost", "finish", "interrupt").initially("finish"),
                    "What becomes of an attempt whose claim another process has taken");
    public static final Setting<Integer> WORKER_STOP_SECONDS =
            listed(
                    number("worker.stop-seconds", 0, 3_600).initially(20),
                    "How long running jobs may go on when the worker stops; whoever"
                            + " kills a node that does not end must wait 15 s longer");
    public static final Setting<String> WORKER_SIGNING_KEY =
            listed(
                    secret(
                            "worker.signing-key",
                            "32 to 1,000 characters without spaces and commas",
                            "[^\\s,]{32,1000}"),
                    "Key of its group, with which the worker signs what it sends; the same in"
                            + " `milvaion.workers.keys`");
    public static final Setting<String> WORKER_SIGNING_KEY_FILE =
            listed(text("worker.signing-key-file"), "File that holds that key, if it is not given");
    public static final Setting<String> WORKER_BROKER_USER =
            listed(
                    text("worker.broker-user"),
                    "User of the worker at RabbitMQ, sent with each message, which RabbitMQ checks;"
                            + " the same in `milvaion.workers.users`");

    public static final Setting<String> WORKER_SECRETS_DIRECTORY =
            listed(
                    text("worker.secrets-directory"),
                    "Directory with a file for each secret that `${secret:name}` in job data"
                            + " stands for, named like it");

    public static final Setting<Integer> JOB_CONSUMERS_MAX_PARALLEL_JOBS =
            listed(
                    number("job-consumers.<JobClass>.max-parallel-jobs", 1, 2_000)
                            .describedAs("the class, else `worker.max-parallel-jobs`"),
                    "Runs of this class at once in this process");
    public static final Setting<Integer> JOB_CONSUMERS_TIMEOUT_SECONDS =
            listed(
                    number("job-consumers.<JobClass>.timeout-seconds", 1, 2_592_000)
                            .describedAs("the class, else none"),
                    "Limit of an attempt where the job sets none");
    public static final Setting<Integer> JOB_CONSUMERS_MAX_RETRIES =
            listed(
                    number("job-consumers.<JobClass>.max-retries", 0, 1_000)
                            .describedAs("the class, else `milvaion.retry.max-retries`"),
                    "Retries where the job sets none");
    public static final Setting<Integer> JOB_CONSUMERS_RETRY_BASE_SECONDS =
            listed(
                    number("job-consumers.<JobClass>.retry-base-seconds", 1, 86_400)
                            .describedAs("the class, else `milvaion.retry.base-seconds`"),
                    "Wait before the first retry where the job sets none");
    public static final Setting<String> JOB_CONSUMERS_ON_CLAIM_LOST =
            listed(
                    oneOf("job-consumers.<JobClass>.on-claim-lost", "finish", "interrupt")
                            .describedAs("the class, else `worker.on-claim-lost`"),
                    "What becomes of an attempt whose claim another process has taken");

    private KnownWorkerSettings() {}

    private static <T> Setting<T> listed(Setting<T> setting, String meaning) {
        var complete = setting.meaning(meaning);
        LISTED.add(complete);
        return complete;
    }
}
