package io.milvaion.web.ground.sheet;

import java.io.IOException;
import java.io.OutputStream;

/** A form of tables. */
public enum SheetFormat {
    CSV("text/csv; charset=UTF-8"),
    XLSX(SheetFormat.XLSX_TYPE);

    public static final String XLSX_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String mediaType;

    SheetFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /**
     * Begins a table.
     *
     * @param mark whether CSV begins with a byte order mark
     */
    public Sheet open(OutputStream out, String title, boolean mark) throws IOException {
        return this == CSV ? new CsvSheet(out, mark) : new XlsxSheet(out, title);
    }
}
