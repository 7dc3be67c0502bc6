package io.milvaion.scheduler.declare.plan;

import io.milvaion.platform.json.WireJson;
import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.job.version.FieldChange;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What documents would change, or have changed: first what they declare, then what is deleted. */
public record ChangePlan(List<PlannedStep<?>> steps) {

    /** What of a step makes a plan another one. */
    private record Essence(
            String kind,
            String name,
            String id,
            Action action,
            List<FieldChange> changes,
            List<FieldChange> managing) {

        static Essence of(PlannedStep<?> step) {
            return new Essence(
                    step.kind().name(),
                    step.name(),
                    step.id(),
                    step.action(),
                    step.changes(),
                    step.managing());
        }
    }

    /** How many objects by what is done to them, each of the actions named. */
    public Map<String, Long> count() {
        var counts = new LinkedHashMap<String, Long>();
        Arrays.stream(Action.values()).forEach(action -> counts.put(Words.of(action), 0L));
        steps.forEach(step -> counts.merge(Words.of(step.action()), 1L, Long::sum));
        return counts;
    }

    /** The same plan with some steps replaced. */
    public ChangePlan with(Map<PlannedStep<?>, PlannedStep<?>> others) {
        return new ChangePlan(
                steps.stream()
                        .<PlannedStep<?>>map(step -> others.getOrDefault(step, step))
                        .toList());
    }

    /** The same for two plans that do the same. */
    public String hash() {
        var text = WireJson.write(steps.stream().map(Essence::of).toList());
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
