package io.milvaion.web.mend.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.job.definition.JobRules;
import io.milvaion.scheduler.mend.replay.ReplayRequest;
import io.milvaion.web.ground.json.Fields;
import io.milvaion.web.mend.deadletter.FailureFilters;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reads which failed occurrences are to be run again, and how. */
final class ReplayJson {

    private static final int MAX_IDS = 1_000;
    private static final int MAX_RATE = 1_000;
    private static final int DEFAULT_RATE = 50;
    private static final int NOTE_LIMIT = 2_000;

    private ReplayJson() {}

    /** What a body may say. */
    @Schema(name = "NewReplay")
    record Body(
            @Schema(description = "Which; this or occurrenceIds") FailureFilters.Body filter,
            @Schema(description = "Which; this or filter. At most 1000") List<UUID> occurrenceIds,
            @Schema(
                            implementation = Object.class,
                            description = "Data for all new runs; this or dataPatch or neither")
                    ObjectNode data,
            @Schema(
                            implementation = Object.class,
                            description = "Merge patch (RFC 7396) of what each failed run had")
                    ObjectNode dataPatch,
            @Schema(description = "1 to 1000, default 50") Integer ratePerSecond,
            String note) {}

    static ReplayRequest read(ObjectNode body, String actor) {
        var fields = new Fields(body);
        var filter = fields.nested("filter", FailureFilters::in);
        var ids = fields.uuids("occurrenceIds");
        if (fields.has("filter") == fields.has("occurrenceIds")) {
            fields.wrong("filter", "Either filter or occurrenceIds is required.");
        }
        if (fields.has("occurrenceIds") && (ids.isEmpty() || ids.size() > MAX_IDS)) {
            fields.wrong("occurrenceIds", "1 to " + MAX_IDS + " ids.");
        }
        var data = data(fields, "data");
        var patch = data(fields, "dataPatch");
        if (data != null && patch != null) {
            fields.wrong("dataPatch", "Not together with data.");
        }
        var rate = fields.integer("ratePerSecond");
        if (rate != null && (rate < 1 || rate > MAX_RATE)) {
            fields.wrong("ratePerSecond", "Allowed: 1 to " + MAX_RATE + ".");
        }
        var note = fields.text("note");
        if (note != null && note.length() > NOTE_LIMIT) {
            fields.wrong("note", "At most " + NOTE_LIMIT + " characters.");
        }
        var violations = fields.violations();
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return new ReplayRequest(
                filter, ids, data, patch, rate == null ? DEFAULT_RATE : rate, note, actor);
    }

    private static String data(Fields fields, String name) {
        var data = fields.object(name, null);
        if (data != null && JobRules.isLonger(data, JobRules.MAX_DATA_BYTES)) {
            fields.wrong(name, "At most " + JobRules.MAX_DATA_BYTES + " bytes.");
        }
        return data;
    }
}
