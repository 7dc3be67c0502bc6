package io.milvaion.bench;

import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/**
 * What the services can do without the scheduler, with its batch size and on one connection: rows
 * inserted and updated once, messages published with confirms and consumed.
 */
record RawLimit(Target target, int runs) implements Scenario {

    private static final int BATCH = 500;

    @Override
    public void measure(Results results) throws Exception {
        results.add("raw: rows inserted and updated", "runs/s", rows());
        results.add("raw: messages published and consumed", "runs/s", messages());
    }

    private double rows() throws SQLException {
        var database = target.database();
        try (var statement = database.createStatement()) {
            statement.execute("drop table if exists bench_raw");
            statement.execute("create table bench_raw (like occurrences including all)");
        }
        List<UUID[]> batches = new ArrayList<>();
        for (int from = 0; from < runs; from += BATCH) {
            var ids = new UUID[BATCH];
            for (int i = 0; i < BATCH; i++) {
                ids[i] = new UUID((long) (from + i) << 16, from);
            }
            batches.add(ids);
        }
        long start = System.nanoTime();
        perBatch(
                batches,
                """
                insert into bench_raw (id, job_id, job_version, job_type, planned_at, state, stage)
                select id, id, 1, 'noop', now(), 0, 0 from unnest(?::uuid[]) as u (id)""");
        perBatch(
                batches,
                """
                update bench_raw set state = 2, stage = null, started_at = now(), ended_at = now(),
                                     worker_instance = 'bench', duration_ms = 1
                 where id = any (?)""");
        double rate = rate(start);
        try (var statement = database.createStatement()) {
            statement.execute("drop table bench_raw");
        }
        return rate;
    }

    private void perBatch(List<UUID[]> batches, String statement) throws SQLException {
        try (var prepared = target.database().prepareStatement(statement)) {
            for (var ids : batches) {
                prepared.setArray(1, target.database().createArrayOf("uuid", ids));
                prepared.executeUpdate();
            }
        }
    }

    private double messages() throws Exception {
        var factory = new ConnectionFactory();
        factory.setUri(target.urls().rabbitmq());
        try (var connection = factory.newConnection("bench");
                var publishing = connection.createChannel();
                var consuming = connection.createChannel()) {
            String queue =
                    publishing.queueDeclare("bench.raw", true, false, false, null).getQueue();
            var consumed = new CountDownLatch(runs);
            consuming.basicQos(BATCH);
            consuming.basicConsume(
                    queue,
                    false,
                    (tag, delivery) -> {
                        consuming.basicAck(delivery.getEnvelope().getDeliveryTag(), false);
                        consumed.countDown();
                    },
                    tag -> {});
            publishing.confirmSelect();
            byte[] body = new byte[400];
            long start = System.nanoTime();
            for (int i = 1; i <= runs; i++) {
                publishing.basicPublish("", queue, MessageProperties.PERSISTENT_BASIC, body);
                if (i % BATCH == 0) {
                    publishing.waitForConfirms();
                }
            }
            consumed.await();
            double rate = rate(start);
            publishing.queueDelete(queue);
            return rate;
        }
    }

    private double rate(long start) {
        return runs * 1e9 / (System.nanoTime() - start);
    }
}
