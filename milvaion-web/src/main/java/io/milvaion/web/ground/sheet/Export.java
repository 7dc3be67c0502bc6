package io.milvaion.web.ground.sheet;

import io.milvaion.scheduler.ground.word.Words;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A list as a file, written while it is read: one page is held at a time. It ends when the client
 * goes, because nothing can be written any more.
 *
 * @param title name of the file, without its end, and of the first worksheet
 * @param pages gives the rows after one of them, or the first ones for null; none at the end
 */
public record Export<T>(
        String title, ExportQuery<T> query, Function<T, List<T>> pages, ExportLimits limits)
        implements StreamingOutput {

    /** ISO 8601, with milliseconds and the offset of the zone. */
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);

    public Response answer() {
        var format = query.format();
        var name = title + "." + format.name().toLowerCase(Locale.ROOT);
        return Response.ok(this, format.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    @Override
    public void write(OutputStream out) throws IOException {
        try (var sheet = query.format().open(out, title, query.mark())) {
            sheet.row(query.columns().stream().map(SheetColumn::name).toList());
            var cut = rows(sheet);
            if (cut != null) {
                sheet.row(List.of(cut));
            }
        }
    }

    /** Writes all rows; returns why there are more, null if there are not. */
    private String rows(Sheet sheet) throws IOException {
        long start = System.nanoTime();
        long written = 0;
        T last = null;
        for (var page = pages.apply(null); !page.isEmpty(); page = pages.apply(last)) {
            for (var row : page) {
                if (written == limits.rows()) {
                    return "CUT: there are more than " + limits.rows() + " rows";
                }
                sheet.row(query.columns().stream().map(c -> cell(c.value().apply(row))).toList());
                written++;
            }
            if (System.nanoTime() - start > limits.time().toNanos()) {
                return "CUT: it took more than " + limits.time().toSeconds() + " s";
            }
            last = page.get(page.size() - 1);
        }
        return null;
    }

    private Object cell(Object value) {
        if (value instanceof Instant at) {
            return INSTANT.format(at.atOffset(query.zone().rules().getOffset(at)));
        }
        if (value instanceof Enum<?> chosen) {
            return Words.of(chosen);
        }
        return value == null || value instanceof Number || value instanceof Boolean
                ? value
                : value.toString();
    }
}
