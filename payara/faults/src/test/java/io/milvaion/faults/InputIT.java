package io.milvaion.faults;

import static io.milvaion.launcher.rest.NewJob.aJob;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.ConnectionFactory;
import io.milvaion.faults.cluster.Cluster;
import io.milvaion.launcher.rest.NewJob;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What users and strangers send. */
class InputIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String NOT_SOON = "0 0 0 29 2 *";
    private static final List<String> QUEUES =
            List.of(
                    "milvaion.status",
                    "milvaion.logs",
                    "milvaion.registration",
                    "milvaion.heartbeat",
                    "milvaion.verify",
                    "milvaion.dlq",
                    "jobs.ledger.wildcard");

    @Fault(number = 31, name = "races by users")
    void whatUsersDoAtTheSameTimeHasOneOutcome(Cluster cluster, Experiment experiment)
            throws Exception {
        experiment.underLoad(
                () -> {
                    repeatedTriggersAreOneRun(cluster, experiment);
                    anEditWithAnOldVersionIsRefused(cluster);
                    nothingRunsAfterTheAnswer(cluster, experiment);
                });
    }

    @Fault(number = 32, name = "poison on every queue")
    void poisonStopsNothingAndIsKept(Cluster cluster, Experiment experiment) throws Exception {
        long before = experiment.judge().number("select count(*) from dead_letters");
        var consumers = new ArrayList<String>();

        experiment.underLoad(
                () -> {
                    consumers.add(consumers(cluster));
                    publishPoison(cluster);
                    TimeUnit.SECONDS.sleep(10);
                    consumers.add(consumers(cluster));
                });

        assertThat(consumers.get(1)).isEqualTo(consumers.get(0));
        assertThat(experiment.judge().number("select count(*) from dead_letters") - before)
                .as("messages that nobody can handle are in the list")
                .isGreaterThanOrEqualTo(QUEUES.size());
        assertThat(cluster.broker().ctl("list_queues", "name", "messages"))
                .containsPattern("milvaion\\.dlq\\s+0");
    }

    private static void repeatedTriggersAreOneRun(Cluster cluster, Experiment experiment)
            throws Exception {
        var job = cluster.anyNode().api().createJob(idle("triggered"));
        var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int i = 0; i < 50; i++) {
            var node = cluster.nodes().get(i % cluster.nodes().size());
            answers.add(
                    CLIENT.sendAsync(
                            HttpRequest.newBuilder(node.uri("api/v1/jobs/" + job + "/trigger"))
                                    .header("Content-Type", "application/json")
                                    .header("Authorization", node.authorization())
                                    .header("Idempotency-Key", "k1")
                                    .POST(BodyPublishers.noBody())
                                    .build(),
                            BodyHandlers.ofString()));
        }
        var bodies = new HashSet<String>();
        for (var answer : answers) {
            assertThat(answer.join().statusCode()).as(answer.join().body()).isEqualTo(202);
            bodies.add(answer.join().body());
        }
        assertThat(bodies).hasSize(1);
        assertThat(runs(experiment, job)).isOne();
    }

    private static void anEditWithAnOldVersionIsRefused(Cluster cluster) throws Exception {
        var api = cluster.anyNode().api();
        var job = api.createJob(idle("edited"));
        api.patchJob(job, Map.of("displayName", "edited once"));
        var answer =
                api.send("PATCH", "api/v1/jobs/" + job, "{\"active\": false}", "If-Match", "\"1\"");
        assertThat(answer.status()).isEqualTo(412);
    }

    /** Deleted and edited in the very moments in which they are due. */
    private static void nothingRunsAfterTheAnswer(Cluster cluster, Experiment experiment)
            throws Exception {
        var api = cluster.anyNode().api();
        var everySecond = idle("changed when due").every("* * * * * *");
        var jobs = new ArrayList<UUID>();
        for (int i = 0; i < 40; i++) {
            jobs.add(api.createJob(everySecond));
        }
        TimeUnit.SECONDS.sleep(2);
        Thread.sleep(1_000 - System.currentTimeMillis() % 1_000);
        var answered = new LinkedHashMap<UUID, String>();
        for (UUID job : jobs) {
            if (answered.size() % 2 == 0) {
                api.deleteJob(job);
            } else {
                api.patchJob(job, Map.of("cronExpression", NOT_SOON));
            }
            answered.put(job, experiment.judge().text("select clock_timestamp()::text"));
        }
        TimeUnit.SECONDS.sleep(3);
        for (var answer : answered.entrySet()) {
            assertThat(
                            experiment
                                    .judge()
                                    .number(
                                            "select count(*) from occurrences where job_id = '%s' and created_at > '%s'"
                                                    .formatted(answer.getKey(), answer.getValue())))
                    .as("runs of %s after its change was answered", answer.getKey())
                    .isZero();
        }
    }

    private static NewJob idle(String name) {
        return aJob("ledger").named(name).every(NOT_SOON);
    }

    private static long runs(Experiment experiment, UUID job) throws Exception {
        return experiment
                .judge()
                .number("select count(*) from occurrences where job_id = '" + job + "'");
    }

    private static String consumers(Cluster cluster) throws Exception {
        return cluster.broker()
                .ctl("list_queues", "name", "consumers")
                .lines()
                .filter(line -> QUEUES.stream().anyMatch(line::startsWith))
                .sorted()
                .toList()
                .toString();
    }

    private static void publishPoison(Cluster cluster) throws Exception {
        var bodies =
                List.of(
                        new byte[0],
                        new byte[] {(byte) 0xff, (byte) 0xfe},
                        text("null"),
                        text(
                                "{\"reports\": 7, \"lines\": 7, \"questions\": 7, \"attempt\": \"x\"}"),
                        text("{\"occurrenceId\": \"nobody\", \"attempt\": -1}"),
                        new byte[17 << 20]);
        var factory = new ConnectionFactory();
        factory.setUri(URI.create(cluster.broker().url()));
        var properties = new BasicProperties.Builder().headers(Map.of("attempt", "x")).build();
        try (var connection = factory.newConnection();
                var channel = connection.createChannel()) {
            channel.confirmSelect();
            for (var queue : QUEUES) {
                for (var body : bodies) {
                    channel.basicPublish("", queue, properties, body);
                }
            }
            channel.waitForConfirmsOrDie(30_000);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
