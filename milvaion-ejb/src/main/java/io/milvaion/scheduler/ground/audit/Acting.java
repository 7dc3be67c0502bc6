package io.milvaion.scheduler.ground.audit;

import java.util.function.Supplier;

/**
 * Who acts on the present thread. Whatever works for somebody on a thread of its own, later on,
 * says so in the same way; where nobody has, it is the scheduler itself.
 *
 * <pre>
 *   try (var acting = Acting.as(actor)) {
 *       ...
 *   }
 * </pre>
 */
public final class Acting implements AutoCloseable {

    private static final ThreadLocal<Acting> PRESENT = new ThreadLocal<>();

    private final Supplier<Actor> known;
    private final Acting outer;
    private Actor actor; // null until somebody asks
    private boolean recorded;

    private Acting(Supplier<Actor> known) {
        this.known = known;
        this.outer = PRESENT.get();
    }

    public static Acting as(Actor actor) {
        return as(() -> actor);
    }

    /** Likewise for who is looked for when somebody asks: most requests only read. */
    public static Acting as(Supplier<Actor> known) {
        var acting = new Acting(known);
        PRESENT.set(acting);
        return acting;
    }

    /** Who acts now. */
    public static Actor now() {
        var present = PRESENT.get();
        return present == null ? Actor.SYSTEM : present.actor();
    }

    private Actor actor() {
        if (actor == null) {
            actor = known.get();
        }
        return actor;
    }

    static void noteRecord() {
        for (var acting = PRESENT.get(); acting != null; acting = acting.outer) {
            acting.recorded = true;
        }
    }

    /** Whether an entry was made since. */
    public boolean hasRecorded() {
        return recorded;
    }

    @Override
    public void close() {
        if (outer == null) {
            PRESENT.remove();
        } else {
            PRESENT.set(outer);
        }
    }
}
