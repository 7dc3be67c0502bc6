package io.milvaion.web.ground.sheet;

import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.time.zone.PlanZone;
import io.milvaion.scheduler.time.zone.Zones;
import io.milvaion.web.ground.json.Query;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How an export is to be, beside the criteria of its list.
 *
 * @param zone in which instants are written
 * @param mark whether CSV begins with a byte order mark
 */
public record ExportQuery<T>(
        SheetFormat format, PlanZone zone, boolean mark, List<SheetColumn<T>> columns) {

    private static final Words<SheetFormat> FORMATS = Words.of(SheetFormat.class);

    /**
     * @param all the columns that there are, in the order that they have if none are chosen
     */
    public static <T> ExportQuery<T> in(Query query, List<SheetColumn<T>> all) {
        return new ExportQuery<>(
                query.word("format", FORMATS, SheetFormat.CSV),
                zone(query),
                Boolean.TRUE.equals(query.flag("bom")),
                columns(query, all));
    }

    private static PlanZone zone(Query query) {
        var text = query.text("zone");
        try {
            return Zones.named(text == null ? "UTC" : text);
        } catch (DateTimeException e) {
            query.wrong(
                    "zone", "There is no time zone of this name; examples: UTC, Europe/Berlin.");
            return Zones.named("UTC");
        }
    }

    private static <T> List<SheetColumn<T>> columns(Query query, List<SheetColumn<T>> all) {
        var text = query.text("columns");
        if (text == null) {
            return all;
        }
        var chosen = new ArrayList<SheetColumn<T>>();
        for (var name : Arrays.asList(text.split(",", -1))) {
            all.stream().filter(column -> column.name().equals(name)).forEach(chosen::add);
        }
        if (chosen.size() != text.split(",", -1).length
                || chosen.stream().distinct().count() != chosen.size()) {
            var names = all.stream().map(SheetColumn::name).toList();
            query.wrong("columns", "Some of these, each once, divided by commas: " + names);
        }
        return chosen;
    }
}
