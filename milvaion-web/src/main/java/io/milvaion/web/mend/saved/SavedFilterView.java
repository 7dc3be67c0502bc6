package io.milvaion.web.mend.saved;

import com.fasterxml.jackson.databind.util.RawValue;
import io.milvaion.scheduler.people.saved.SavedFilter;
import io.milvaion.web.ground.json.ApiJson;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A saved filter in JSON. */
@Schema(name = "SavedFilter")
record SavedFilterView(
        UUID id,
        String list,
        String name,
        @Schema(implementation = Object.class) RawValue criteria,
        boolean shared,
        String owner,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    static SavedFilterView of(SavedFilter is) {
        return new SavedFilterView(
                is.id(),
                is.list(),
                is.name(),
                ApiJson.raw(is.criteria()),
                is.shared(),
                is.owner(),
                is.version(),
                is.createdAt(),
                is.updatedAt());
    }
}
