package io.milvaion.web.people.audit;

import io.milvaion.scheduler.ground.audit.AuditTrail;
import io.milvaion.scheduler.ground.audit.SealedEntry;
import io.milvaion.scheduler.ground.audit.TrailFilter;
import io.milvaion.web.ground.csv.CsvWriter;
import io.milvaion.web.ground.json.ApiJson;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes entries, new ones first, page by page: however many there are, it holds one page. */
final class AuditExport {

    private static final int PAGE = 1_000;

    private final AuditTrail trail;
    private final TrailFilter filter;

    AuditExport(AuditTrail trail, TrailFilter filter) {
        this.trail = trail;
        this.filter = filter;
    }

    /** What is done with an entry. */
    @FunctionalInterface
    private interface Sink {
        void write(SealedEntry entry) throws IOException;
    }

    StreamingOutput csv() {
        return out -> {
            var writer = writer(out);
            var csv = new CsvWriter(writer);
            csv.row(AuditView.COLUMNS);
            each(entry -> csv.row(AuditView.cells(entry)));
            writer.flush();
        };
    }

    /** A JSON object in each line. */
    StreamingOutput lines() {
        return out ->
                each(
                        entry -> {
                            out.write(ApiJson.write(AuditView.of(entry)));
                            out.write('\n');
                        });
    }

    private void each(Sink sink) throws IOException {
        List<SealedEntry> page;
        Long after = null;
        do {
            page = trail.list(filter, after, PAGE);
            for (var entry : page) {
                sink.write(entry);
                after = entry.number();
            }
        } while (page.size() == PAGE);
    }

    private static Writer writer(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }
}
