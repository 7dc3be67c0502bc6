package io.milvaion.web.declare.apply;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.scheduler.declare.plan.ChangePlan;
import io.milvaion.scheduler.declare.plan.PlannedStep;
import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.job.version.FieldChange;
import io.milvaion.web.declare.form.Form;
import io.milvaion.web.declare.form.Forms;
import io.milvaion.web.ground.json.ApiJson;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What would be done, or was.
 *
 * @param planHash the {@code ETag} of a dry run, to be sent as {@code If-Match}
 * @param summary how many objects by what is done to them
 */
@Schema(name = "ApplyPlan")
public record PlanView(
        boolean dryRun, String planHash, Map<String, Long> summary, List<StepView> items) {

    /**
     * What is done to one object.
     *
     * @param document the index of its document, from 0; null when it is deleted
     * @param id null before it is created
     */
    @Schema(name = "ApplyStep")
    public record StepView(
            @Nullable Integer document,
            String kind,
            String name,
            @Nullable String id,
            @Schema(enumeration = {"create", "update", "delete", "unchanged"}) String action,
            List<Difference> changes) {}

    /** A field that is different, with its path in the document; null where there is nothing. */
    @Schema(name = "ApplyChange")
    public record Difference(
            String field,
            @Nullable @Schema(implementation = Object.class) JsonNode from,
            @Nullable @Schema(implementation = Object.class) JsonNode to) {}

    static PlanView of(ChangePlan plan, boolean dryRun, Forms forms) {
        return new PlanView(
                dryRun,
                plan.hash(),
                plan.count(),
                plan.steps().stream()
                        .map(step -> view(step, forms.require(step.kind().name())))
                        .toList());
    }

    private static StepView view(PlannedStep<?> step, Form<?> form) {
        var own = step.changes().stream().map(change -> spec(change, form));
        var noted = step.managing().stream().map(PlanView::metadata);
        return new StepView(
                step.index(),
                step.kind().name(),
                step.name(),
                step.id(),
                Words.of(step.action()),
                Stream.concat(noted, own).toList());
    }

    private static Difference spec(FieldChange change, Form<?> form) {
        var field = change.field();
        return new Difference(
                "spec." + field, form.value(field, change.from()), form.value(field, change.to()));
    }

    private static Difference metadata(FieldChange change) {
        return new Difference(
                "metadata." + change.field(),
                ApiJson.tree(change.from()),
                ApiJson.tree(change.to()));
    }
}
