package io.milvaion.faults;

import static io.milvaion.launcher.rest.NewJob.aJob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConnectionFactory;
import io.milvaion.faults.cluster.Cluster;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Messages that come too often, too late and in the wrong order. */
class ReportIT {

    private static final String STATUS = "milvaion.status";

    /** What reports make: runs, attempts and counters. */
    private static final String RESULTS =
            """
            select md5(string_agg(x, ',' order by x)) from (
                select o.id::text || row (o.state, o.attempt, o.started_at, o.ended_at, o.duration_ms,
                                          o.result, o.error)::text as x
                  from occurrences o join faults.subject s on s.job_id = o.job_id
                union all
                select a::text from attempts a
                  join occurrences o on o.id = a.occurrence_id join faults.subject s on s.job_id = o.job_id
                union all
                select c::text from run_counters c) y""";

    @Fault(number = 19, name = "reports doubled and reversed")
    void aReportThatComesAgainChangesNothing(Cluster cluster, Experiment experiment)
            throws Exception {
        var factory = new ConnectionFactory();
        factory.setUri(URI.create(cluster.broker().url()));
        try (var connection = factory.newConnection();
                var channel = connection.createChannel()) {
            var reports = Collections.synchronizedList(new ArrayList<byte[]>());
            copyReports(channel, reports);
            cluster.broker().ctl("trace_on");
            try {
                experiment.underLoad(() -> {});
            } finally {
                cluster.broker().ctl("trace_off");
            }
            var before = experiment.judge().text(RESULTS);

            var again = new ArrayList<>(reports);
            assertThat(again).isNotEmpty();
            Collections.reverse(again);
            for (int copy = 0; copy < 2; copy++) {
                publish(channel, again);
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> channel.queueDeclarePassive(STATUS).getMessageCount() == 0);
            await().during(Duration.ofSeconds(5))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> experiment.judge().text(RESULTS).equals(before));
            assertThat(experiment.judge().number("select count(*) from faults.backwards")).isZero();
        }
    }

    /** By the broker's own trace, which copies each message that is published. */
    private static void copyReports(Channel channel, List<byte[]> reports) throws Exception {
        var copies = channel.queueDeclare().getQueue();
        channel.queueBind(copies, "amq.rabbitmq.trace", "publish.#");
        channel.basicConsume(
                copies,
                true,
                (tag, delivery) -> {
                    var keys = delivery.getProperties().getHeaders().get("routing_keys");
                    if (keys.toString().contains(STATUS)) {
                        reports.add(delivery.getBody());
                    }
                },
                tag -> {});
    }

    private static void publish(Channel channel, List<byte[]> reports) throws Exception {
        for (var report : reports) {
            channel.basicPublish("", STATUS, null, report);
        }
    }

    @Fault(number = 20, name = "run longer than the broker waits for an acknowledgement")
    void aLongRunIsAcknowledgedInTimeAndRunOnce(Cluster cluster, Experiment experiment)
            throws Exception {
        var broker = cluster.broker();
        try {
            broker.stop();
            broker.configure("consumer_timeout = 60000");
            broker.start();
            for (var worker : cluster.workers()) {
                worker.restart(Map.of("WORKER_EARLY_ACK_SECONDS", "25"));
            }
            var api = cluster.anyNode().api();
            var job =
                    api.createJob(
                            aJob("ledger")
                                    .named("long")
                                    .data("millis", 200_000)
                                    .every("0 0 0 29 2 *"));
            api.trigger(job);
            await().atMost(Duration.ofSeconds(300))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(
                            () ->
                                    experiment
                                                    .judge()
                                                    .number(
                                                            "select count(*) from occurrences where state = 2 and job_id = '"
                                                                    + job
                                                                    + "'")
                                            == 1);

            assertThat(experiment.judge().executions(job)).isOne();
            assertThat(broker.log()).doesNotContain("PRECONDITION_FAILED");
            api.deleteJob(job);
        } finally {
            broker.stop();
            broker.configure();
            broker.start();
            for (var worker : cluster.workers()) {
                worker.restart(Map.of());
            }
        }
    }
}
