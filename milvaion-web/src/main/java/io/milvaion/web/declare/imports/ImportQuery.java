package io.milvaion.web.declare.imports;

import io.milvaion.scheduler.declare.imports.SourceFormat;
import io.milvaion.scheduler.declare.plan.Label;
import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.time.zone.PlanZone;
import io.milvaion.scheduler.time.zone.Zones;
import io.milvaion.web.declare.document.LabelText;
import io.milvaion.web.ground.json.Query;
import java.time.DateTimeException;
import java.util.regex.Pattern;

/**
 * What a request says about an import.
 *
 * @param zone of the machine that it comes from
 * @param prefix of all names
 * @param jobType in place of those of the source, or null
 * @param tag for all jobs, or null
 * @param label for all documents, or null
 * @param update whether jobs that are there by their names are changed, too
 * @param skipWrong whether what cannot be taken over is left out
 */
record ImportQuery(
        boolean dryRun,
        SourceFormat format,
        PlanZone zone,
        String prefix,
        String jobType,
        String workerGroup,
        String tag,
        Label label,
        boolean update,
        boolean skipWrong) {

    private static final Words<SourceFormat> FORMATS = Words.of(SourceFormat.class);
    private static final Words<String> EXISTING = Words.of("refuse", "update");
    private static final String UTC = "UTC";
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,18}");

    static ImportQuery read(Query query) {
        var read =
                new ImportQuery(
                        Boolean.TRUE.equals(query.flag("dryRun")),
                        format(query),
                        zone(query),
                        query.text(
                                "prefix",
                                PREFIX,
                                "1 to 19 letters, digits, spaces and . _ - after a letter or digit."),
                        query.text("jobType"),
                        query.text("workerGroup"),
                        query.text("tag"),
                        LabelText.read(query, "label"),
                        query.word("existing", EXISTING, "refuse").equals("update"),
                        Boolean.TRUE.equals(query.flag("skipWrong")));
        query.check();
        return read;
    }

    private static SourceFormat format(Query query) {
        if (!query.has("format")) {
            query.wrong("format", "A format is required: " + FORMATS.choices() + ".");
        }
        return query.word("format", FORMATS, null);
    }

    private static PlanZone zone(Query query) {
        var name = query.text("timeZone");
        try {
            return Zones.named(name == null ? UTC : name);
        } catch (DateTimeException e) {
            query.wrong("timeZone", e.getMessage());
            return Zones.named(UTC);
        }
    }
}
