package io.milvaion.scheduler.job.definition;

import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.ground.refusal.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A definition as somebody wants it, to be judged by {@link JobRules} before it is stored.
 *
 * @param wanted values of the right types; null, or a default, where nothing usable was given
 * @param unreadable what was wrong with the rest
 */
public record Draft(JobDefinition wanted, List<Violation> unreadable) {

    public static Draft of(JobDefinition wanted) {
        return new Draft(wanted, List.of());
    }

    /**
     * @param before the definition that it replaces, or null
     * @param now the Redis clock
     * @throws InvalidInput naming everything that is wrong
     */
    public JobDefinition checked(JobDefinition before, Instant now) {
        var violations = violations(before, now);
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return wanted;
    }

    /** Everything that {@link #checked} would name. */
    public List<Violation> violations(JobDefinition before, Instant now) {
        var reported = unreadable.stream().map(Draft::field).collect(Collectors.toSet());
        var violations = new ArrayList<>(unreadable);
        JobRules.violations(wanted, before, now).stream()
                .filter(violation -> !follows(violation, reported))
                .forEach(violations::add);
        return violations;
    }

    /** Whether a violation is there only because an unreadable value counts as absent. */
    private static boolean follows(Violation violation, Set<String> reported) {
        return reported.contains(field(violation));
    }

    private static String field(Violation violation) {
        return violation.field().split("[.\\[]", 2)[0];
    }
}
