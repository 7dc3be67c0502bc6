package io.milvaion.scheduler.job.catalog;

import io.milvaion.platform.secret.SecretData;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.scheduler.job.definition.Draft;
import io.milvaion.scheduler.job.definition.JobDefinition;
import java.util.ArrayList;
import java.util.List;

/**
 * What an edit does to secret values. A mask that comes back is replaced by what it stands for.
 * Whoever may not see the values may leave them out, but neither guess at them by setting others,
 * nor unmark them, nor hand them to jobs of another type.
 */
public final class SecretEdit {

    private static final String NEEDED = "This needs the permission Job.Secrets.";

    private final JobDefinition before;
    private final JobDefinition wanted;
    private final List<Violation> violations;

    private SecretEdit(JobDefinition before, Draft draft) {
        this.before = before;
        this.wanted = draft.wanted();
        this.violations = new ArrayList<>(draft.unreadable());
    }

    /**
     * @param before null: there is no job yet
     * @param seen jobs whose secret values may be seen
     */
    public static Draft of(JobDefinition before, Draft draft, Reach seen) {
        return new SecretEdit(before, draft).judged(seen);
    }

    /** A definition of before; secret values of now stay where its own may not be seen. */
    static Draft restoring(Draft version, JobDefinition before, Reach seen) {
        var was = version.wanted();
        return seen.includes(before.tags(), before.workerGroup())
                ? version
                : Draft.of(
                        was.withData(SecretData.of(was.jobData(), before.secretFields()).masked()));
    }

    private Draft judged(Reach seen) {
        if (leavesDataAlone() && before.jobType().equals(wanted.jobType())) {
            return new Draft(wanted, violations);
        }
        var stored =
                before == null
                        ? SecretData.of("{}", List.of())
                        : SecretData.of(before.jobData(), before.secretFields());
        var sent = stored.replacedBy(wanted.jobData());
        sent.stray()
                .forEach(at -> wrong(field(at), "This masks a secret value, and none is here."));
        if (before != null && !seen.includes(before.tags(), before.workerGroup())) {
            sent.set().forEach(at -> wrong(field(at), "To change it: " + NEEDED));
            if (!wanted.secretFields().containsAll(before.secretFields())) {
                wrong("secretFields", "To unmark one: " + NEEDED);
            }
            if (!stored.isEmpty() && !before.jobType().equals(wanted.jobType())) {
                wrong("jobType", "To give secret values to another one: " + NEEDED);
            }
        }
        return new Draft(wanted.withData(sent.text()), violations);
    }

    /** A text that was sent is never the same object, if it may have the same characters. */
    @SuppressWarnings("ReferenceEquality")
    private boolean leavesDataAlone() {
        return before != null
                && wanted.jobData() == before.jobData()
                && wanted.secretFields().containsAll(before.secretFields());
    }

    private void wrong(String field, String message) {
        violations.add(new Violation(field, message));
    }

    private static String field(String pointer) {
        return "jobData" + pointer.replace('/', '.').replace("~1", "/").replace("~0", "~");
    }
}
