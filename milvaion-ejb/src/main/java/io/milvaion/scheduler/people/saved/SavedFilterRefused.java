package io.milvaion.scheduler.people.saved;

import io.milvaion.scheduler.ground.refusal.Refusal;
import java.util.Map;
import java.util.UUID;

/** A filter cannot be saved like this. */
public class SavedFilterRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private SavedFilterRefused(
            Kind kind, String type, String title, String detail, Map<String, Object> members) {
        super(kind, type, title, detail, members);
    }

    static SavedFilterRefused nameIsTaken(String name) {
        return new SavedFilterRefused(
                Kind.CONFLICT,
                "filter-name-is-taken",
                "The name is taken",
                "You have another filter \"" + name + "\" of this list.",
                Map.of("name", name));
    }

    static SavedFilterRefused tooMany(int limit) {
        return new SavedFilterRefused(
                Kind.CONFLICT,
                "too-many-saved-filters",
                "Too many filters are saved",
                "An account has " + limit + " at most.",
                Map.of("limit", limit));
    }

    static SavedFilterRefused stale(UUID id, int version) {
        return new SavedFilterRefused(
                Kind.STALE,
                "stale-version",
                "The filter has changed since",
                "Its version is " + version + ".",
                Map.of("id", id, "version", version));
    }
}
