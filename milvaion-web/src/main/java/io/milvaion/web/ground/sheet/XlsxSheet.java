package io.milvaion.web.ground.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook (Office Open XML). Texts stand in their cells, not in a table that would have to be
 * held; what begins like a formula is text there. What is longer than a worksheet may be goes on in
 * the next one, under the same names.
 */
final class XlsxSheet implements Sheet {

    /** Rows of a worksheet; Excel's limit. */
    static final int MAX_ROWS = 1_048_576;

    /** Characters of a cell; Excel's limit. */
    private static final int MAX_TEXT = 32_767;

    private static final int FLUSHED = 500;

    private final Workbook book;
    private final String title;
    private final int maxRows;
    private List<?> names;
    private Worksheet sheet;
    private int sheets;
    private int row;

    /**
     * @param title name of the first worksheet
     */
    XlsxSheet(OutputStream out, String title) {
        this(out, title, MAX_ROWS);
    }

    XlsxSheet(OutputStream out, String title, int maxRows) {
        book = new Workbook(out, "Milvaion", "1.0");
        this.title = title;
        this.maxRows = maxRows;
        turn();
    }

    /** Writes a row; the first one has the names of the columns. */
    @Override
    public void row(List<?> cells) throws IOException {
        if (names == null) {
            names = cells;
        } else if (row == maxRows) {
            sheet.finish();
            turn();
            write(names);
        }
        write(cells);
        if (row % FLUSHED == 0) {
            sheet.flush();
        }
    }

    private void turn() {
        sheets++;
        sheet = book.newWorksheet(sheets == 1 ? title : title + " " + sheets);
        row = 0;
    }

    private void write(List<?> cells) {
        for (int column = 0; column < cells.size(); column++) {
            var cell = cells.get(column);
            if (cell instanceof Number number) {
                sheet.value(row, column, number);
            } else if (cell instanceof Boolean flag) {
                sheet.value(row, column, flag);
            } else if (cell != null) {
                sheet.inlineString(row, column, cut(cell.toString()));
            }
        }
        row++;
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT - 1) + "…";
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        book.close();
    }
}
