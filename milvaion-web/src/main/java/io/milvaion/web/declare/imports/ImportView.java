package io.milvaion.web.declare.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.scheduler.declare.imports.Comparison;
import io.milvaion.scheduler.declare.imports.SourceFormat;
import io.milvaion.scheduler.declare.imports.SourceNote;
import io.milvaion.scheduler.declare.plan.ChangePlan;
import io.milvaion.scheduler.declare.plan.PlannedStep;
import io.milvaion.scheduler.ground.word.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an import would do, or did.
 *
 * @param planHash the {@code ETag} of a dry run, to be sent as {@code If-Match}
 * @param summary how many jobs by what is done to them
 */
@Schema(name = "Import")
public record ImportView(
        boolean dryRun,
        SourceFormat format,
        String planHash,
        Map<String, Long> summary,
        List<EntryView> entries) {

    /**
     * What becomes of something that is planned elsewhere.
     *
     * @param place where it was found, such as {@code line 3}
     * @param action null if it is not taken over
     * @param id null before it is created
     * @param job the body of the job that it becomes
     * @param errors why it is not taken over; empty if it is
     * @param theirs the next runs by the rules of the source; empty if they follow from none
     * @param ours the next runs here
     * @param differs whether these are not the same, also near the next two changes of clocks
     */
    @Schema(name = "ImportEntry")
    public record EntryView(
            String place,
            String name,
            @Nullable @Schema(enumeration = {"create", "update", "unchanged"}) String action,
            @Nullable String id,
            @Schema(implementation = Object.class) JsonNode job,
            List<NoteView> notes,
            List<String> errors,
            List<Instant> theirs,
            List<Instant> ours,
            boolean differs,
            @Nullable DifferenceView firstDifference) {}

    /**
     * What of the source is lost or changes.
     *
     * @param what its name there
     */
    @Schema(name = "ImportNote")
    public record NoteView(SourceNote.Weight weight, String what, String why) {}

    /** The first run that only one of the two has, beside the other's in its place. */
    @Schema(name = "ImportDifference")
    public record DifferenceView(@Nullable Instant theirs, @Nullable Instant ours) {}

    static ImportView of(ImportQuery query, List<JudgedEntry> entries, ChangePlan plan) {
        var steps =
                plan.steps().stream()
                        .collect(
                                Collectors.toMap(
                                        PlannedStep::index, step -> (PlannedStep<?>) step));
        return new ImportView(
                query.dryRun(),
                query.format(),
                plan.hash(),
                plan.count(),
                IntStream.range(0, entries.size())
                        .mapToObj(i -> view(entries.get(i), steps.get(i), query.update()))
                        .toList());
    }

    private static EntryView view(JudgedEntry judged, PlannedStep<?> step, boolean update) {
        var runs =
                judged.runs() == null ? new Comparison(List.of(), List.of(), null) : judged.runs();
        var entry = judged.entry();
        boolean refused = step != null && Existing.isRefused(step, update);
        return new EntryView(
                entry.place(),
                judged.name(),
                step == null || refused ? null : Words.of(step.action()),
                step == null ? null : step.id(),
                judged.job(),
                entry.notes().stream().map(ImportView::view).toList(),
                refused ? List.of(Existing.MESSAGE) : judged.errors(),
                runs.theirs(),
                runs.ours(),
                runs.difference() != null,
                runs.difference() == null ? null : view(runs.difference()));
    }

    private static NoteView view(SourceNote note) {
        return new NoteView(note.weight(), note.what(), note.why());
    }

    private static DifferenceView view(Comparison.Difference difference) {
        return new DifferenceView(difference.theirs(), difference.ours());
    }
}
