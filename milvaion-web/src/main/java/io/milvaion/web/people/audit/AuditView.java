package io.milvaion.web.people.audit;

import com.fasterxml.jackson.databind.util.RawValue;
import io.milvaion.scheduler.ground.audit.Actor;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.audit.SealedEntry;
import io.milvaion.web.ground.json.ApiJson;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry as people see it.
 *
 * @param number its place in the chain
 * @param accountId null for strangers, and for the scheduler, which is called {@code system}
 * @param credential by what they were recognised
 * @param object to what
 * @param before the fields that have changed, as they were
 * @param status of the answer if it was refused or has failed
 * @param count of how many alike this is the entry
 */
@Schema(name = "AuditEntry")
public record AuditView(
        UUID id,
        long number,
        Instant at,
        String actor,
        @Nullable UUID accountId,
        Actor.@Nullable Credential credential,
        @Nullable String address,
        @Nullable UUID requestId,
        String action,
        Deed.@Nullable Target object,
        @Schema(implementation = Object.class) @Nullable RawValue before,
        @Schema(implementation = Object.class) @Nullable RawValue after,
        String outcome,
        @Nullable Integer status,
        @Nullable String detail,
        int count,
        String node,
        String hash) {

    static final List<String> COLUMNS =
            List.of(
                    "number",
                    "at",
                    "actor",
                    "key",
                    "address",
                    "action",
                    "objectType",
                    "objectId",
                    "objectName",
                    "before",
                    "after",
                    "outcome",
                    "status",
                    "detail",
                    "count",
                    "node",
                    "requestId",
                    "id",
                    "hash");

    static AuditView of(SealedEntry sealed) {
        var entry = sealed.entry();
        var actor = entry.actor();
        var deed = entry.deed();
        return new AuditView(
                entry.id(),
                sealed.number(),
                entry.at(),
                actor.name(),
                actor.account(),
                actor.credential(),
                actor.address(),
                actor.request(),
                deed.action(),
                deed.target(),
                ApiJson.raw(deed.before()),
                ApiJson.raw(deed.after()),
                deed.outcome().word(),
                deed.status(),
                deed.detail(),
                deed.count(),
                entry.node(),
                sealed.hash());
    }

    /** In the order of {@link #COLUMNS}. */
    static List<Object> cells(SealedEntry sealed) {
        var entry = sealed.entry();
        var deed = entry.deed();
        var target = deed.target() == null ? new Deed.Target(null, null, null) : deed.target();
        return Arrays.asList(
                sealed.number(),
                entry.at(),
                entry.actor().name(),
                entry.actor().keyName(),
                entry.actor().address(),
                deed.action(),
                target.type(),
                target.id(),
                target.name(),
                deed.before(),
                deed.after(),
                deed.outcome().word(),
                deed.status(),
                deed.detail(),
                deed.count(),
                entry.node(),
                entry.actor().request(),
                entry.id(),
                sealed.hash());
    }
}
