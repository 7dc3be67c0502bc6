package io.milvaion.scheduler.time.zone;

import java.time.zone.ZoneRules;
import java.util.Optional;
import java.util.Set;

/** Somewhere that rules of zones come from. Immutable and safe to share. */
public interface ZoneSource {

    ZoneRulesVersion version();

    /** Where it is, for people: {@code Java}, or a directory. */
    String place();

    Set<String> names();

    /** The rules of a zone; empty for one that it does not know. */
    Optional<ZoneRules> rules(String name);
}
