package io.milvaion.scheduler.ground.loop;

import io.milvaion.platform.loop.Loop;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/** Something that this node does by itself. */
public interface Activity {

    /** When it ends. */
    Turn turn();

    /**
     * Begins; called once.
     *
     * @return its loops, all started
     */
    List<Loop> start(ThreadFactory threads);
}
