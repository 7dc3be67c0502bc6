package io.milvaion.web.ground.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * CSV by RFC 4180 in UTF-8. Spreadsheets take a text that begins like a formula for one, whatever
 * its quotation marks: an apostrophe before it keeps it text.
 */
final class CsvSheet implements Sheet {

    /** With their full-width forms, which some spreadsheets take for the same. */
    private static final String BEGINS_FORMULA = "=+-@\t\r\n＝＋－＠";

    private final CsvWriter csv;

    /**
     * @param mark whether a byte order mark comes first, by which Excel knows UTF-8
     */
    CsvSheet(OutputStream out, boolean mark) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (mark) {
            writer.write('\uFEFF');
        }
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
    }

    @Override
    public void row(List<?> cells) throws IOException {
        try {
            csv.writeRecord(cells.stream().map(CsvSheet::safe).toList());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String safe(Object cell) {
        if (!(cell instanceof String text)) {
            return cell == null ? "" : cell.toString();
        }
        return !text.isEmpty() && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
