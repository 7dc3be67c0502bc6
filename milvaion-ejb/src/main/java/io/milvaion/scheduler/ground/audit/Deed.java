package io.milvaion.scheduler.ground.audit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has done, or has tried to.
 *
 * @param action like {@code job.update}: the kind of object, and the verb
 * @param target to what; null if there is nothing yet
 * @param before JSON of the fields that have changed, as they were; or null
 * @param after likewise as they are
 * @param outcome how it has ended
 * @param status of the answer; null for what was done
 * @param detail more for people, or null
 * @param count how many of the kind this stands for
 */
public record Deed(
        String action,
        Target target,
        String before,
        String after,
        Outcome outcome,
        Integer status,
        String detail,
        int count) {

    public Deed {
        detail = Kept.of(detail);
    }

    /** How it has ended. */
    public enum Outcome {
        DONE,
        REFUSED,
        FAILED;

        /** As it is stored and shown. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Outcome of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * What something is done to.
     *
     * @param type like {@code job}
     * @param id or null
     * @param name for people, or null
     */
    public record Target(String type, @Nullable String id, @Nullable String name) {
        public Target {
            id = Kept.of(id);
            name = Kept.of(name);
        }
    }

    public static Deed of(String action) {
        return new Deed(action, null, null, null, Outcome.DONE, null, null, 1);
    }

    /**
     * @param id what it is known by; its text is stored
     * @param name for people, or null
     */
    public Deed on(String type, Object id, String name) {
        var target = new Target(type, id == null ? null : id.toString(), name);
        return new Deed(action, target, before, after, outcome, status, detail, count);
    }

    /**
     * Says what is different now: of two records, maps or JSON objects those fields whose values
     * differ. Secrets are masked by the names of their fields, long values cut.
     *
     * @param was null for what was not there
     * @param is null for what is not there any more
     */
    public Deed changed(Object was, Object is) {
        var changes = Changes.between(was, is);
        return new Deed(
                action, target, changes.before(), changes.after(), outcome, status, detail, count);
    }

    /** Likewise for what has no before, such as how many were deleted. */
    public Deed with(Object facts) {
        return changed(null, facts);
    }

    /** Adds a sentence for people. */
    public Deed saying(String detail) {
        return new Deed(action, target, before, after, outcome, status, detail, count);
    }

    /** It was not done. */
    public Deed notDone(Outcome outcome, int status, String detail) {
        return new Deed(action, target, before, after, outcome, status, detail, count);
    }

    Deed times(int count) {
        return new Deed(action, target, before, after, outcome, status, detail, count);
    }
}
