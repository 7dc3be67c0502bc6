package io.milvaion.scheduler.declare.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.declare.rule.SourceRule;
import java.util.List;

/**
 * Something that is planned elsewhere.
 *
 * @param place where it was found, such as {@code line 3}
 * @param job the body of the job that it becomes
 * @param refused why it cannot become one; empty if it can
 * @param rule when its source runs it; null if that follows from no rule
 */
public record SourceEntry(
        String place,
        String name,
        ObjectNode job,
        List<SourceNote> notes,
        List<String> refused,
        SourceRule rule) {}
