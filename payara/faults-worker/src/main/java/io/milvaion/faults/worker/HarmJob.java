package io.milvaion.faults.worker;

import io.milvaion.worker.sdk.Job;
import io.milvaion.worker.sdk.JobConsumer;
import io.milvaion.worker.sdk.JobContext;
import io.milvaion.worker.sdk.JobResult;
import java.util.concurrent.TimeUnit;

/** Does what no job should. Data: {@code {"kind": "exit"}}, or another {@link Kind}. */
@JobConsumer
class HarmJob implements Job { // job type "harm"

    /** The ways to harm a worker, as they are written in the data. */
    enum Kind {
        /** Ends the process. */
        exit,
        /** Calls itself without end. */
        overflow,
        /** Asks for more memory than there is. */
        memory,
        /** Ignores that it is told to stop, for a minute and a half. */
        deaf,
        /** Logs 100 MB. */
        chatter
    }

    record Data(Kind kind) {}

    private static final long DEAF_NANOS = TimeUnit.SECONDS.toNanos(90);

    @Override
    public JobResult execute(JobContext context) {
        switch (context.data(Data.class).kind()) {
            case exit -> System.exit(1);
            case overflow -> deeper(1);
            case memory -> context.info("got " + new long[Integer.MAX_VALUE - 8].length);
            case deaf -> listenToNobody();
            case chatter -> chatter(context);
        }
        return JobResult.of("did no harm");
    }

    @SuppressWarnings("InfiniteRecursion") // this is the harm
    private static long deeper(long depth) {
        return deeper(depth + 1) + depth;
    }

    private static void listenToNobody() {
        long start = System.nanoTime();
        while (System.nanoTime() - start < DEAF_NANOS) {
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException e) {
                // this is the harm
            }
        }
    }

    private static void chatter(JobContext context) {
        var line = "x".repeat(1_000);
        for (int i = 0; i < 100_000; i++) {
            context.info(line);
        }
    }
}
