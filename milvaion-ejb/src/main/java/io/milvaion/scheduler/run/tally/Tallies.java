package io.milvaion.scheduler.run.tally;

import io.milvaion.scheduler.state.tally.Period;
import io.milvaion.scheduler.state.tally.RunFact;
import io.milvaion.scheduler.state.tally.TallySubject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Facts added up in memory, by the rows that they go to. */
final class Tallies {

    /** Which row of a table. */
    record Place(UUID subject, Instant at) {}

    private final Map<Period, Map<Place, Tally>> byPeriod = new EnumMap<>(Period.class);

    Tallies(Iterable<RunFact> facts) {
        for (var period : Period.values()) {
            byPeriod.put(period, new HashMap<>());
        }
        facts.forEach(this::add);
    }

    Map<Place, Tally> of(Period period) {
        return byPeriod.get(period);
    }

    private void add(RunFact fact) {
        var subjects = List.of(fact.jobId(), TallySubject.ofType(fact.jobType()), TallySubject.ALL);
        byPeriod.forEach(
                (period, tallies) -> {
                    var at = period.of(fact.at());
                    for (var subject : subjects) {
                        tallies.computeIfAbsent(new Place(subject, at), place -> new Tally())
                                .add(fact);
                    }
                });
    }
}
