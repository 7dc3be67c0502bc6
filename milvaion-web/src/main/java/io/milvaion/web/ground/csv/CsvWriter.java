package io.milvaion.web.ground.csv;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes CSV (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe
 * before it, numbers excepted: what strangers write must not run where somebody opens the file.
 */
public final class CsvWriter {

    /** With full-width forms, which some spreadsheets take for the same. */
    private static final String STARTS_FORMULA = "=+-@\t\r\n＝＋－＠";

    private final Writer out;

    public CsvWriter(Writer out) {
        this.out = out;
    }

    /**
     * @param cells null is empty
     */
    public void row(List<?> cells) throws IOException {
        String joint = "";
        for (Object cell : cells) {
            out.write(joint);
            out.write(text(cell));
            joint = ",";
        }
        out.write("\r\n");
    }

    private static String text(Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof Number) {
            return cell.toString();
        }
        var harmless = harmless(cell.toString());
        boolean plain = harmless.chars().noneMatch(c -> c == ',' || c == '"' || c < ' ');
        return plain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }

    private static String harmless(String text) {
        return text.isEmpty() || STARTS_FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
