package io.milvaion.scheduler.time.zone;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The rules that come with Java. It knows offsets, too, such as {@code UTC+3}. */
final class JavaZones implements ZoneSource {

    static final JavaZones INSTALLED = new JavaZones();

    private final ZoneRulesVersion version =
            new ZoneRulesVersion(ZoneRulesProvider.getVersions("UTC").lastKey());

    private JavaZones() {}

    @Override
    public ZoneRulesVersion version() {
        return version;
    }

    @Override
    public String place() {
        return "Java";
    }

    @Override
    public Set<String> names() {
        var names = new TreeSet<>(ZoneRulesProvider.getAvailableZoneIds());
        names.addAll(Set.of("GMT+0", "GMT-0")); // to it they are offsets
        return names;
    }

    @Override
    public Optional<ZoneRules> rules(String name) {
        try {
            return Optional.of(ZoneId.of(name).getRules());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
