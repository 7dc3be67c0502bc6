package io.milvaion.scheduler.time.zone;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.zone.ZoneRulesException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The zones by which this node plans: everything that plans gets a zone here. The rules of a zone
 * are those of the newest source that knows it, or of another node where that one's are newer.
 * Immutable and safe to share; when rules change {@link #current} is another one.
 */
public final class Zones {

    private static volatile Zones current = of(List.of());

    private final List<ZoneSource> sources; // the newest first
    private final Map<String, PlanZone> noted;

    private Zones(List<ZoneSource> sources, Map<String, PlanZone> noted) {
        this.sources = sources;
        this.noted = noted;
    }

    /**
     * Those of Java and of others.
     *
     * @param others of sources that are as new as each other, the first is asked first
     */
    public static Zones of(List<? extends ZoneSource> others) {
        var sources = new ArrayList<ZoneSource>(others);
        sources.add(JavaZones.INSTALLED); // last: system files of its version know more names
        sources.sort(Comparator.comparing(ZoneSource::version).reversed());
        return new Zones(List.copyOf(sources), Map.of());
    }

    /**
     * The same, and zones by which others have planned: they count where they are newer.
     *
     * @param zones of any versions
     */
    public Zones with(Collection<PlanZone> zones) {
        return new Zones(
                sources, zones.stream().collect(toUnmodifiableMap(PlanZone::name, zone -> zone)));
    }

    /** Those in force. */
    public static Zones current() {
        return current;
    }

    /** Puts others in force, for everything on this node. */
    public static void use(Zones zones) {
        current = zones;
    }

    /**
     * A zone by the rules in force.
     *
     * @throws ZoneRulesException when no source knows it
     */
    public static PlanZone named(String name) {
        return current.zone(name);
    }

    /**
     * A zone by its name.
     *
     * @throws ZoneRulesException when no source knows it
     */
    public PlanZone zone(String name) {
        var own = own(name);
        var others = noted.get(name);
        if (others == null) {
            return own.orElseThrow(this::unknown);
        }
        return own.filter(zone -> !others.version().isNewerThan(zone.version())).orElse(others);
    }

    private Optional<PlanZone> own(String name) {
        for (var source : sources) {
            var rules = source.rules(name);
            if (rules.isPresent()) {
                return Optional.of(new PlanZone(name, rules.get(), source.version()));
            }
        }
        return Optional.empty();
    }

    private ZoneRulesException unknown() {
        return new ZoneRulesException(
                "There is no time zone of this name in the rules "
                        + version()
                        + "; examples: UTC, Europe/Berlin.");
    }

    /** The version of the newest source. */
    public ZoneRulesVersion version() {
        return sources.get(0).version();
    }

    /** Where the newest source is, for people: {@code Java}, or a directory. */
    public String place() {
        return sources.get(0).place();
    }

    /** What zones are called, without offsets such as {@code UTC+3}. */
    public Set<String> names() {
        var names = new TreeSet<String>();
        sources.forEach(source -> names.addAll(source.names()));
        return names;
    }
}
