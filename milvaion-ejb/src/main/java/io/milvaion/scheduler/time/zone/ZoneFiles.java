package io.milvaion.scheduler.time.zone;

import io.milvaion.scheduler.time.tzdata.Tzif;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The zones of a directory of TZif files, as they were read at one moment. */
public final class ZoneFiles implements ZoneSource {

    private final ZoneRulesVersion version;
    private final String place;
    private final Map<String, byte[]> files;
    private final Map<String, String> links;
    private final Map<String, Optional<ZoneRules>> known = new ConcurrentHashMap<>();

    /**
     * @param files what each zone's file has
     * @param links other names of zones; those that have a file are not looked up
     */
    ZoneFiles(
            ZoneRulesVersion version,
            String place,
            Map<String, byte[]> files,
            Map<String, String> links) {
        this.version = version;
        this.place = place;
        this.files = Map.copyOf(files);
        this.links = Map.copyOf(links);
    }

    @Override
    public ZoneRulesVersion version() {
        return version;
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public Set<String> names() {
        var names = new TreeSet<>(files.keySet());
        links.forEach(
                (name, target) -> {
                    if (files.containsKey(target)) {
                        names.add(name);
                    }
                });
        return names;
    }

    @Override
    public Optional<ZoneRules> rules(String name) {
        var file = files.containsKey(name) ? name : links.get(name);
        return file == null || !files.containsKey(file)
                ? Optional.empty()
                : known.computeIfAbsent(file, this::read);
    }

    /** A file that is being written is whole at the next look: until then others know the zone. */
    private Optional<ZoneRules> read(String file) {
        try {
            return Optional.of(Tzif.read(files.get(file)));
        } catch (ZoneRulesException e) {
            return Optional.empty();
        }
    }

    /** Whether all is as it was at another look. */
    public boolean hasSame(ZoneFiles other) {
        return version.equals(other.version)
                && place.equals(other.place)
                && links.equals(other.links)
                && files.keySet().equals(other.files.keySet())
                && files.entrySet().stream()
                        .allMatch(
                                file ->
                                        Arrays.equals(
                                                file.getValue(), other.files.get(file.getKey())));
    }
}
