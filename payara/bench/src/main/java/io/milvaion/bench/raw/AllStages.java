package io.milvaion.bench.raw;

import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** All stages at once, each with its threads, as in a node. */
record AllStages(Stages stages, int runs) {

    /**
     * Drains the runs that are due at this instant.
     *
     * @return when the last was recorded
     */
    Instant drain(Instant due, Connection publishing, Connection consuming) throws Exception {
        BlockingQueue<RawBatch> opened = new ArrayBlockingQueue<>(1);
        var recorded = new AtomicInteger();
        try (var dispatch = stages.dispatch();
                var track = stages.track(consuming);
                var publish = stages.publish();
                var publishToo = stages.publish()) {
            var report = new ReportStage(publishing);
            var work = stages.work(consuming);
            try (var loops = new Loops()) {
                RawLimit.awaitDue(due);
                loops.start(() -> dispatch(dispatch, opened));
                loops.start(() -> publish(publish, opened));
                loops.start(() -> publish(publishToo, opened));
                loops.start(() -> report.ended(work.pass()));
                loops.start(() -> work.reported(report.pass()));
                loops.start(() -> recorded.addAndGet(track.pass()));
                loops.await(recorded, runs);
                return Instant.now();
            }
        }
    }

    private static void dispatch(DispatchStage stage, BlockingQueue<RawBatch> opened)
            throws SQLException, InterruptedException {
        var batch = stage.next();
        if (batch.runs().isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(1);
        } else {
            opened.put(batch);
        }
    }

    private static void publish(PublishStage stage, BlockingQueue<RawBatch> opened)
            throws IOException, InterruptedException {
        var batch = opened.poll(5, TimeUnit.MILLISECONDS);
        if (batch != null) {
            stage.publish(batch);
        }
    }
}
