package io.milvaion.scheduler.ground.refusal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was sent is wrong; names every field that is. */
public class InvalidInput extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public InvalidInput(List<Violation> violations) {
        super(Kind.INVALID, "invalid", "The request is not valid", detail(violations), Map.of());
        this.violations = List.copyOf(violations);
    }

    public InvalidInput(String field, String message) {
        this(List.of(new Violation(field, message)));
    }

    public List<Violation> violations() {
        return violations;
    }

    private static String detail(List<Violation> violations) {
        return violations.stream()
                .map(v -> v.field().isEmpty() ? v.message() : v.field() + ": " + v.message())
                .collect(Collectors.joining(" "));
    }
}
