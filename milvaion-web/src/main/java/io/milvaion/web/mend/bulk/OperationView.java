package io.milvaion.web.mend.bulk;

import com.fasterxml.jackson.databind.util.RawValue;
import io.milvaion.scheduler.mend.operation.BulkOperation;
import io.milvaion.scheduler.mend.operation.OperationState;
import io.milvaion.web.ground.json.ApiJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An operation in JSON. */
@Schema(name = "BulkOperation")
record OperationView(
        UUID id,
        String target,
        String action,
        @Schema(
                        implementation = Object.class,
                        description = "null if the items were named one by one")
                @Nullable RawValue filter,
        List<String> tags,
        OperationState state,
        @Schema(description = "why it failed; null unless it did") @Nullable String endedBecause,
        @Schema(description = "exact from the start") long total,
        long done,
        long failed,
        @Schema(description = "null = no limit") @Nullable Integer ratePerSecond,
        String by,
        @Nullable String reason,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    static OperationView of(BulkOperation is) {
        return new OperationView(
                is.id(),
                is.target(),
                is.action(),
                ApiJson.raw(is.filter()),
                is.tags(),
                is.state(),
                is.endedBecause(),
                is.total(),
                is.done(),
                is.failed(),
                is.ratePerSecond(),
                is.by().name(),
                is.reason(),
                is.createdAt(),
                is.startedAt(),
                is.endedAt());
    }
}
