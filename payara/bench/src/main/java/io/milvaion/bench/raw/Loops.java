package io.milvaion.bench.raw;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that do the same again and again until all is over. */
final class Loops implements AutoCloseable {

    /** One pass of a loop; waits a little when there is nothing to do. */
    @FunctionalInterface
    interface Pass {
        void run() throws Exception;
    }

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<CompletableFuture<Void>> loops = new ArrayList<>();
    private volatile boolean over;

    void start(Pass pass) {
        loops.add(CompletableFuture.runAsync(() -> repeat(pass), threads));
    }

    private void repeat(Pass pass) {
        try {
            while (!over) {
                pass.run();
            }
        } catch (Exception e) { // of whatever kind: it is the result of this loop
            throw new CompletionException(e);
        }
    }

    /**
     * Waits until so many runs are counted.
     *
     * @throws CompletionException with what has ended one of the loops
     */
    void await(AtomicInteger counted, int runs) throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (counted.get() < runs) {
            loops.stream().filter(CompletableFuture::isDone).forEach(CompletableFuture::join);
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "%d of %d runs were counted within %s"
                                .formatted(counted.get(), runs, LIMIT));
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    /** Ends them after the pass in hand; at once if one has failed, for others may wait for it. */
    @Override
    public void close() {
        over = true;
        if (loops.stream().anyMatch(CompletableFuture::isCompletedExceptionally)) {
            threads.shutdownNow();
        }
        threads.shutdown();
        loops.forEach(CompletableFuture::join);
    }
}
