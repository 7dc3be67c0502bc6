package io.milvaion.bench.peer;

import java.time.Instant;
import java.util.List;

/** A scheduler with its own tables, whose jobs call {@link Starts#record}. */
interface Peer extends AutoCloseable {

    /** Makes the tables and starts to look for what is due. */
    void start() throws Exception;

    /**
     * Enters one run for each instant with the batch interface of this scheduler; the run at
     * position i records the start of run i.
     */
    void plan(List<Instant> due) throws Exception;

    /** Enters a run that is due at once, as an application would. */
    void trigger(int run) throws Exception;

    /** Whether a run is left that is not yet <em>recorded</em>, whatever this peer calls so. */
    boolean hasUnrecorded() throws Exception;

    /** Stops it. */
    @Override
    void close();
}
