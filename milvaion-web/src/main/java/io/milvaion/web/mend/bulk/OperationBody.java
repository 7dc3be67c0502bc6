package io.milvaion.web.mend.bulk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.mend.bulk.BulkAction;
import io.milvaion.scheduler.mend.bulk.BulkTarget;
import io.milvaion.scheduler.mend.bulk.Selection;
import io.milvaion.scheduler.mend.operation.NewOperation;
import io.milvaion.scheduler.mend.operation.Starter;
import io.milvaion.web.ground.json.Fields;
import io.milvaion.web.job.trigger.RunData;
import io.milvaion.web.mend.deadletter.Many;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be done, and to how many. */
@Schema(name = "NewOperation")
record OperationBody(
        @Schema(
                        required = true,
                        enumeration = {"jobs", "occurrences", "failedOccurrences", "deadLetters"})
                String target,
        @Schema(
                        required = true,
                        description =
                                "jobs: activate, deactivate, trigger, addTags, removeTags, delete;"
                                        + " occurrences: cancel; failedOccurrences: replay, resolve,"
                                        + " delete; deadLetters: delete")
                String action,
        @Schema(
                        implementation = Object.class,
                        description = "Criteria as the list of the target takes them")
                ObjectNode filter,
        @Schema(description = Many.ALL) boolean all,
        @Schema(description = "Which; in place of filter and all. At most 1000") List<UUID> ids,
        @Schema(description = "Why; for resolve the note") String reason,
        @Schema(description = "Only count, and show the first ten", defaultValue = "false")
                boolean dryRun,
        @Schema(description = "1 to 1000; no limit without it, 50 for replay")
                Integer ratePerSecond,
        @Schema(description = "Only for addTags and removeTags") List<String> tags,
        @Schema(
                        implementation = Object.class,
                        description = "Only for trigger and replay: data of the new runs")
                ObjectNode data) {

    private static final int MAX_REASON = 2_000;
    private static final int MAX_RATE = 1_000;
    private static final int RATE_OF_REPLAYS = 50;
    private static final int MAX_TAG = 100;
    private static final int MAX_IDS = 1_000;

    /** What was read, with what it means. */
    record Read(OperationBody body, BulkAction action, Criteria criteria) {

        Selection selection(Reach reach) {
            var selection = criteria.selection(action, reach);
            return body.ids.isEmpty() ? selection : selection.among(body.ids);
        }

        NewOperation operation(UUID id, Starter by) {
            return new NewOperation(
                    id,
                    action.target().wire(),
                    action.wire(),
                    body.ids.isEmpty() ? criteria.text() : null,
                    new NewOperation.Arguments(RunData.text(body.data), null, false, body.tags),
                    body.ratePerSecond == null && action == BulkAction.REPLAY_FAILURES
                            ? (Integer) RATE_OF_REPLAYS
                            : body.ratePerSecond,
                    body.reason,
                    by);
        }
    }

    /** Reads a body, and everything that is wrong with it. */
    static Read in(Fields fields) {
        var action = action(fields);
        // without a known action nobody can tell which criteria there are
        var criteria = action == null ? null : criteria(fields, action);
        var body =
                new OperationBody(
                        fields.text("target"),
                        fields.text("action"),
                        null, // read as criteria
                        fields.flag("all", false),
                        fields.uuids("ids"),
                        fields.text("reason", MAX_REASON),
                        fields.flag("dryRun", false),
                        fields.integer("ratePerSecond", null, 1, MAX_RATE),
                        tags(fields, action),
                        RunData.in(fields, "data"));
        if (body.data != null && action != null && !action.makesRuns()) {
            fields.wrong("data", "Only for trigger and replay.");
        }
        if (body.ids.size() > MAX_IDS) {
            fields.wrong("ids", "At most " + MAX_IDS + " ids.");
        }
        return new Read(body, action, criteria);
    }

    /** Without any criterion, if what is meant is named one by one. */
    private static Criteria criteria(Fields fields, BulkAction action) {
        fields.refuseEmpty("ids");
        if (!fields.has("ids")) {
            return Many.in(fields, given -> Criteria.in(action, given)).filter();
        }
        for (var other : List.of("filter", "all")) {
            fields.refuseEmpty(other);
            if (fields.has(other)) {
                fields.wrong(other, "Not together with ids.");
            }
        }
        return Criteria.in(action, new Fields(JsonNodeFactory.instance.objectNode()));
    }

    private static BulkAction action(Fields fields) {
        var target = fields.word("target", BulkTarget.WORDS, null);
        var action = fields.text("action");
        if (target == null) {
            fields.wrong("target", "Which list? " + BulkTarget.WORDS.choices() + ".");
            return null;
        }
        var found = action == null ? null : BulkAction.of(target, action).orElse(null);
        if (found == null) {
            fields.wrong("action", "Allowed: " + String.join(", ", BulkAction.names(target)) + ".");
        }
        return found;
    }

    private static List<String> tags(Fields fields, BulkAction action) {
        var tags = fields.texts("tags");
        boolean needed = action != null && action.needsTags();
        if (needed == tags.isEmpty()) {
            if (needed || action != null) {
                fields.wrong("tags", needed ? "Which tags?" : "Only for addTags and removeTags.");
            }
        }
        for (int i = 0; i < tags.size(); i++) {
            if (tags.get(i).isBlank() || tags.get(i).length() > MAX_TAG) {
                fields.wrong("tags[" + i + "]", "A tag has 1 to " + MAX_TAG + " characters.");
            }
        }
        return tags.stream().distinct().toList();
    }
}
