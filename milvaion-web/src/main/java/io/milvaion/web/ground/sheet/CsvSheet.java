package io.milvaion.web.ground.sheet;

import io.milvaion.web.ground.csv.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** CSV in UTF-8. */
final class CsvSheet implements Sheet {

    private final Writer out;
    private final CsvWriter csv;

    /**
     * @param mark whether a byte order mark comes first, by which Excel knows UTF-8
     */
    CsvSheet(OutputStream out, boolean mark) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        if (mark) {
            this.out.write('\uFEFF');
        }
        csv = new CsvWriter(this.out);
    }

    @Override
    public void row(List<?> cells) throws IOException {
        csv.row(cells);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
