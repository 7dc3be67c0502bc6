package io.milvaion.scheduler.ground.refusal;

import jakarta.ejb.ApplicationException;
import java.util.Map;

/**
 * A request cannot be carried out as it is, and nothing was changed. Named after the fact by its
 * subclasses; it carries no stack trace, because it tells about the request and not about the code.
 */
@ApplicationException(rollback = true)
public abstract class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What the client can do about it. */
    public enum Kind {
        /** Correct what was sent. */
        INVALID,
        /** Say who you are. */
        UNAUTHENTICATED,
        /** Ask somebody who may do it, or who can permit it. */
        FORBIDDEN,
        /** Nothing there. */
        NOT_FOUND,
        /** The present state of the thing forbids it. */
        CONFLICT,
        /** Read the thing again: it has changed since. */
        STALE,
        /** Well formed, but contradicts an earlier request. */
        CONTRADICTION,
        /** Do this less often. */
        TOO_MANY,
        /** Try again later. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final String type;
    private final String title;
    private final transient Map<String, Object> members;

    /**
     * @param type kebab-case name of the fact, the same for each instance
     * @param title the fact in a few words, the same for each instance
     * @param detail this case
     * @param members more for programs, such as ids
     */
    protected Refusal(
            Kind kind, String type, String title, String detail, Map<String, Object> members) {
        super(detail, null, false, false);
        this.kind = kind;
        this.type = type;
        this.title = title;
        this.members = Map.copyOf(members);
    }

    public Kind kind() {
        return kind;
    }

    public String type() {
        return type;
    }

    public String title() {
        return title;
    }

    public Map<String, Object> members() {
        return members;
    }
}
