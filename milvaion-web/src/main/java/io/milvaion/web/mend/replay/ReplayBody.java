package io.milvaion.web.mend.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.platform.secret.SecretData;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.mend.operation.Starter;
import io.milvaion.scheduler.mend.replay.ReplayRequest;
import io.milvaion.web.ground.json.Fields;
import io.milvaion.web.job.trigger.RunData;
import io.milvaion.web.mend.bulk.Criteria;
import io.milvaion.web.mend.deadletter.FailureFilterBody;
import io.milvaion.web.mend.deadletter.Many;
import io.milvaion.web.mend.deadletter.Note;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which failed occurrences are to be run again, and how. */
@Schema(name = "NewReplay")
record ReplayBody(
        @Schema(description = "Which; this or occurrenceIds") FailureFilterBody filter,
        @Schema(description = Many.ALL) boolean all,
        @Schema(description = "Which; this or filter. At most 1000") List<UUID> occurrenceIds,
        @Schema(
                        implementation = Object.class,
                        description = "Data for all new runs; this or dataPatch or neither")
                ObjectNode data,
        @Schema(
                        implementation = Object.class,
                        description = "Merge patch (RFC 7396) of what each failed run had")
                ObjectNode dataPatch,
        @Schema(
                        description =
                                "true: by the present definition of each job; false: by the version"
                                        + " that each failed run names",
                        defaultValue = "false")
                boolean presentDefinition,
        @Schema(description = "1 to 1000, default 50") Integer ratePerSecond,
        String note) {

    private static final int MAX_IDS = 1_000;
    private static final int MAX_RATE = 1_000;
    private static final int DEFAULT_RATE = 50;

    static ReplayBody in(Fields fields) {
        var which = which(fields);
        var body =
                new ReplayBody(
                        which.filter(),
                        which.all(),
                        fields.uuids("occurrenceIds"),
                        RunData.in(fields, "data"),
                        RunData.in(fields, "dataPatch"),
                        fields.flag("presentDefinition", false),
                        fields.integer("ratePerSecond", DEFAULT_RATE, 1, MAX_RATE),
                        Note.in(fields));
        body.checkTogether(fields);
        return body;
    }

    private static Many<FailureFilterBody> which(Fields fields) {
        fields.refuseEmpty("occurrenceIds");
        if (!fields.has("occurrenceIds")) {
            return Many.in(fields, FailureFilterBody::in);
        }
        for (var other : List.of("filter", "all")) {
            fields.refuseEmpty(other);
            if (fields.has(other)) {
                fields.wrong(other, "Not together with occurrenceIds.");
            }
        }
        return new Many<>(null, false);
    }

    private void checkTogether(Fields fields) {
        if (occurrenceIds.size() > MAX_IDS) {
            fields.wrong("occurrenceIds", "At most " + MAX_IDS + " ids.");
        }
        refuseMasks(fields, "data", data);
        refuseMasks(fields, "dataPatch", dataPatch);
        if (data != null && dataPatch != null) {
            fields.wrong("dataPatch", "Not together with data.");
        }
    }

    /** Of many runs, whose values they would stand for is not to be told. */
    private static void refuseMasks(Fields fields, String name, ObjectNode given) {
        if (given != null && SecretData.mayHoldMask(given.toString())) {
            fields.wrong(name, "Masks of secret values stand for nothing here.");
        }
    }

    ReplayRequest request(Starter by, UUID id, Reach reach) {
        return new ReplayRequest(
                id,
                filter == null ? null : filter.meant(reach),
                occurrenceIds,
                RunData.text(data),
                RunData.text(dataPatch),
                presentDefinition,
                ratePerSecond,
                note,
                filter == null ? null : Criteria.text(filter),
                by,
                reach);
    }
}
