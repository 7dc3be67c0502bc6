package io.milvaion.bench.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads that do the same again and again until all is over. */
final class Loops implements AutoCloseable {

    /** One pass of a loop; waits a little when there is nothing to do. */
    @FunctionalInterface
    interface Pass {
        void run() throws Exception;
    }

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
     * Looks whether all are well.
     *
     * @throws CompletionException with what has ended one of them
     */
    void check() {
        loops.stream().filter(CompletableFuture::isDone).forEach(CompletableFuture::join);
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
