package io.milvaion.scheduler.ground.refusal;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** There is no such thing, or there is none any more. */
public class NotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    /** What people ask for; the name is a part of the type of the refusal. */
    public enum What {
        /** Gone when it was deleted. */
        JOB("job", "jobId", "There is no job %s."),
        /** Also unknown if it is older than the record of versions. */
        VERSION("version of a job", "jobId", "No version %2$d of a job with id %1$s is known."),
        /** Gone with its history. */
        OCCURRENCE("occurrence", "occurrenceId", "There is no occurrence %s."),
        /** Gone when it was taken from the list. */
        FAILED_OCCURRENCE(
                "failed occurrence",
                "occurrenceId",
                "Occurrence %s is not in the list of failed ones."),
        DEAD_LETTER("dead letter", "id", "There is no dead letter %s."),
        REPLAY("replay", "id", "There is no replay %s."),
        OPERATION("operation", "id", "There is no operation %s."),
        SAVED_FILTER("saved filter", "id", "There is no saved filter %s."),
        CALENDAR("calendar", "calendar", "There is no calendar %s."),
        WORKER("worker", "instanceId", "There is no worker %s."),
        PAUSE("pause", "id", "There is no pause %s."),
        API_KEY("API key", "id", "There is no API key %s."),
        ACCOUNT("account", "id", "There is no account %s."),
        SESSION("session", "id", "There is no session %s."),
        AUDIT_ENTRY("audit entry", "id", "There is no audit entry %s.");

        private final String words;
        private final String member;
        private final String detail;

        What(String words, String member, String detail) {
            this.words = words;
            this.member = member;
            this.detail = detail;
        }

        private String type() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-') + "-not-found";
        }
    }

    private final What what;

    public NotFound(What what, UUID id) {
        this(what, what.detail.formatted(id), Map.of(what.member, id));
    }

    private NotFound(What what, String detail, Map<String, Object> members) {
        super(Kind.NOT_FOUND, what.type(), "There is no such " + what.words, detail, members);
        this.what = what;
    }

    public static NotFound worker(String instanceId) {
        var what = What.WORKER;
        return new NotFound(
                what, what.detail.formatted(instanceId), Map.of(what.member, instanceId));
    }

    public static NotFound calendar(String name) {
        var what = What.CALENDAR;
        return new NotFound(what, what.detail.formatted(name), Map.of(what.member, name));
    }

    public static NotFound version(UUID jobId, int version) {
        var what = What.VERSION;
        return new NotFound(
                what,
                what.detail.formatted(jobId, version),
                Map.of(what.member, jobId, "version", version));
    }

    public What what() {
        return what;
    }
}
