package io.milvaion.scheduler.declare.rule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.milvaion.scheduler.time.zone.PlanZone;
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
    private final PlanZone in;
    private final ZoneId zoneOfLibrary;

    private CronUtilsRule(ExecutionTime times, PlanZone in) {
        this.times = times;
        this.in = in;
        zoneOfLibrary = ZoneId.of(in.name());
    }

    /**
     * @param type by its name there, such as SPRING53
     * @throws IllegalArgumentException if the expression is not understood
     * @throws java.time.DateTimeException if Java does not know the zone: the library asks no other
     */
    public static SourceRule of(String expression, String type, PlanZone zone) {
        var definition = CronDefinitionBuilder.instanceDefinitionFor(CronType.valueOf(type));
        var cron = new CronParser(definition).parse(expression);
        return new CronUtilsRule(ExecutionTime.forCron(cron), zone);
    }

    @Override
    public Optional<ClockRules> clocks() {
        return Optional.of(new ClockRules(ClockRules.Gap.SKIPPED, ClockRules.Overlap.FIRST));
    }

    @Override
    public Optional<PlanZone> zone() {
        return Optional.of(in);
    }

    @Override
    public List<Instant> first(Instant from, int count) {
        var found = new ArrayList<Instant>();
        var next = next(from.minusNanos(1).atZone(zoneOfLibrary));
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
