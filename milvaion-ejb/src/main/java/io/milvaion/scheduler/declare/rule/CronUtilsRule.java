package io.milvaion.scheduler.declare.rule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What cron-utils itself finds: near changes of clocks that depends on where it comes from, so that
 * no rule says it.
 */
public final class CronUtilsRule implements SourceRule {

    private final ExecutionTime times;
    private final ZoneId in;

    private CronUtilsRule(ExecutionTime times, ZoneId in) {
        this.times = times;
        this.in = in;
    }

    /**
     * @param type by its name there, such as SPRING53
     * @throws IllegalArgumentException if the expression is not understood
     */
    public static SourceRule of(String expression, String type, ZoneId zone) {
        var definition = CronDefinitionBuilder.instanceDefinitionFor(CronType.valueOf(type));
        var cron = new CronParser(definition).parse(expression);
        return new CronUtilsRule(ExecutionTime.forCron(cron), zone);
    }

    @Override
    public Optional<ClockRules> clocks() {
        return Optional.of(new ClockRules(ClockRules.Gap.SKIPPED, ClockRules.Overlap.FIRST));
    }

    @Override
    public Optional<ZoneId> zone() {
        return Optional.of(in);
    }

    @Override
    public List<Instant> first(Instant from, int count) {
        var found = new ArrayList<Instant>();
        var next = next(from.minusNanos(1).atZone(in));
        while (next.isPresent() && found.size() < count) {
            found.add(next.get().toInstant());
            next = next(next.get());
        }
        return List.copyOf(found);
    }

    /** Some that it can read it fails to find: {@code 31W} in months of 30 days. */
    private Optional<ZonedDateTime> next(ZonedDateTime after) {
        try {
            return times.nextExecution(after);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
