package io.milvaion.bench.raw;

import com.rabbitmq.client.Connection;
import io.milvaion.bench.Figures;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One stage after the other, each when the one before it has done all runs. */
record StageByStage(Stages stages, int runs) {

    /** Measures each when the runs are due. */
    void measure(Connection publishing, Connection consuming, Figures figures) throws Exception {
        var start = Instant.now();
        var batches = dispatchAll();
        figures.add("part: dispatch", "runs/s", rate(start));
        start = Instant.now();
        publishAll(batches);
        figures.add("part: publish", "runs/s", rate(start));
        start = Instant.now();
        var ended = workAll(consuming);
        figures.add("part: consume and claim", "runs/s", rate(start));
        start = Instant.now();
        reportAll(publishing, ended);
        figures.add("part: report", "runs/s", rate(start));
        start = Instant.now();
        trackAll(consuming);
        figures.add("part: track", "runs/s", rate(start));
    }

    private List<RawBatch> dispatchAll() throws SQLException {
        var batches = new ArrayList<RawBatch>();
        try (var stage = stages.dispatch()) {
            int opened = 0;
            while (opened < runs) {
                var batch = stage.next();
                opened += batch.runs().size();
                batches.add(batch);
            }
        }
        return batches;
    }

    private void publishAll(List<RawBatch> batches) throws Exception {
        var left = new ConcurrentLinkedQueue<>(batches);
        var published = new AtomicInteger();
        try (var publish = stages.publish();
                var publishToo = stages.publish();
                var loops = new Loops()) {
            loops.start(() -> publish(publish, left, published));
            loops.start(() -> publish(publishToo, left, published));
            loops.await(published, runs);
        }
    }

    private static void publish(PublishStage stage, Queue<RawBatch> left, AtomicInteger published)
            throws IOException, InterruptedException {
        var batch = left.poll();
        if (batch == null) {
            TimeUnit.MILLISECONDS.sleep(1);
        } else {
            stage.publish(batch);
            published.addAndGet(batch.runs().size());
        }
    }

    private List<UUID> workAll(Connection consuming) throws IOException, InterruptedException {
        var ended = new ArrayList<UUID>();
        var stage = stages.work(consuming);
        while (ended.size() < runs) {
            var arrived = stage.pass();
            ended.addAll(arrived);
            stage.reported(arrived);
        }
        stage.pass();
        return ended;
    }

    private void reportAll(Connection publishing, List<UUID> ended)
            throws IOException, InterruptedException {
        var stage = new ReportStage(publishing);
        stage.ended(ended);
        int reported = 0;
        while (reported < runs) {
            reported += stage.pass().size();
        }
    }

    private void trackAll(Connection consuming)
            throws IOException, InterruptedException, SQLException {
        try (var stage = stages.track(consuming)) {
            int recorded = 0;
            while (recorded < runs) {
                recorded += stage.pass();
            }
        }
    }

    private double rate(Instant start) {
        return runs * 1e9 / Duration.between(start, Instant.now()).toNanos();
    }
}
