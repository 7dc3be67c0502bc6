package io.milvaion.web.ground.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.milvaion.scheduler.time.zone.PlanZone;
import io.milvaion.scheduler.time.zone.Zones;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTest {

    private static final Instant AT = Instant.parse("2026-07-01T10:00:00.120Z");
    private static final ExportLimits MANY = new ExportLimits(1_000_000, Duration.ofMinutes(5));

    private record Line(int number, String text) {}

    private static final List<SheetColumn<Line>> COLUMNS =
            List.of(
                    new SheetColumn<>("number", Line::number),
                    new SheetColumn<>("text", Line::text),
                    new SheetColumn<>("at", line -> AT),
                    new SheetColumn<>("odd", line -> line.number % 2 == 1),
                    new SheetColumn<>("nothing", line -> null));

    @Test
    void csvIsAsRfc4180SaysAndInstantsAreInTheZone() {
        assertThat(csv(Zones.named("Europe/Berlin"), "a \"b\", c\nd", "ğüş"))
                .isEqualTo(
                        String.join(
                                "\r\n",
                                "number,text,at,odd,nothing",
                                "1,\"a \"\"b\"\", c\nd\",2026-07-01T12:00:00.120+02:00,true,",
                                "2,ğüş,2026-07-01T12:00:00.120+02:00,false,",
                                ""));
        assertThat(csv(Zones.named("UTC"), "x")).contains("2026-07-01T10:00:00.120Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1+2",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "=cmd|' /C calc'!A0",
                "＝1+1",
                "=\"a\",b"
            })
    void textIsNoFormula(String text) throws IOException {
        var csv = csv(Zones.named("UTC"), text);
        var quoted = text.replace("\"", "\"\"");
        assertThat(csv).containsAnyOf(",'" + quoted + ",", ",\"'" + quoted + "\",");

        var cell = rows(xlsx(MANY, text), 0).get(1).getCell(1);
        assertThat(cell.getType()).isEqualTo(CellType.STRING);
        assertThat(cell.getFormula()).isNull();
        assertThat(cell.getText().strip()).isEqualTo(text.strip());
    }

    @Test
    void textThatOnlyHasSuchACharacterInsideIsLeftAlone() {
        assertThat(csv(Zones.named("UTC"), "a=b", " =1", "1-2"))
                .contains(",a=b,", ", =1,", ",1-2,")
                .doesNotContain("'");
    }

    @Test
    void aByteOrderMarkComesOnlyIfItIsAskedFor() throws IOException {
        assertThat(written(SheetFormat.CSV, true, MANY, lines("x")))
                .startsWith(0xEF, 0xBB, 0xBF, 'n');
        assertThat(written(SheetFormat.CSV, false, MANY, lines("x"))).startsWith('n');
    }

    @Test
    void aWorkbookIsReadAgain() throws IOException {
        var rows = rows(xlsx(MANY, "ğüş <&> \u0001 😀", "b"), 0);

        assertThat(rows).hasSize(3);
        assertThat(texts(rows.get(0))).containsExactly("number", "text", "at", "odd", "nothing");
        assertThat(rows.get(1).getCell(0).asNumber()).isEqualByComparingTo("1");
        assertThat(rows.get(1).getCell(1).asString()).startsWith("ğüş <&> ").endsWith(" 😀");
        assertThat(rows.get(1).getCell(2).asString()).isEqualTo("2026-07-01T10:00:00.120Z");
        assertThat(rows.get(1).getCell(3).asBoolean()).isTrue();
    }

    @Test
    void aWorkbookGoesOnInTheNextWorksheet() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sheet = new XlsxSheet(out, "runs", 1_000)) {
            sheet.row(List.of("n"));
            for (int i = 0; i < 2_500; i++) {
                sheet.row(List.of(i));
            }
        }

        assertThat(rows(out.toByteArray(), 0)).hasSize(1_000);
        assertThat(rows(out.toByteArray(), 1)).hasSize(1_000);
        assertThat(rows(out.toByteArray(), 2)).hasSize(503);
        assertThat(texts(rows(out.toByteArray(), 2).get(0))).containsExactly("n");
        assertThat(rows(out.toByteArray(), 2).get(1).getCell(0).asNumber())
                .isEqualByComparingTo("1998");
    }

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void whatIsCutSaysSoAtItsEnd(SheetFormat format) throws IOException {
        var three = new ExportLimits(3, Duration.ofMinutes(5));
        var whole = text(format, written(format, false, three, lines("a", "b", "c")));
        var cut = text(format, written(format, false, three, lines("a", "b", "c", "d")));
        var late =
                text(
                        format,
                        written(
                                format,
                                false,
                                new ExportLimits(9, Duration.ofNanos(-1)),
                                lines("a", "b")));

        assertThat(whole).contains("c").doesNotContain("CUT");
        assertThat(cut).contains("c").doesNotContain("4").endsWith("more than 3 rows");
        assertThat(late).contains("CUT: it took more than");
    }

    @Test
    void itEndsWhenTheClientGoes() {
        var gone =
                new OutputStream() {
                    private int left = 100_000;

                    @Override
                    public void write(int b) throws IOException {
                        if (--left < 0) {
                            throw new IOException("broken pipe");
                        }
                    }
                };
        var pages = new int[1];

        assertThatThrownBy(
                        () ->
                                new Export<Line>(
                                                "runs",
                                                new ExportQuery<>(
                                                        SheetFormat.CSV,
                                                        Zones.named("UTC"),
                                                        false,
                                                        COLUMNS),
                                                last -> page(pages[0]++, 100),
                                                MANY)
                                        .write(gone))
                .isInstanceOf(IOException.class);
        assertThat(pages[0]).isLessThan(100);
    }

    /** What stays of a row after it was written would show as memory that grows with the rows. */
    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void aHundredThousandRowsCostLittleEach(SheetFormat format) throws IOException {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        export(format, 2); // classes are loaded
        long before = threads.getCurrentThreadAllocatedBytes();

        long bytes = export(format, 200);

        long perRow = (threads.getCurrentThreadAllocatedBytes() - before) / 100_000;
        assertThat(perRow).isLessThan(4_000);
        assertThat(bytes).isPositive();
    }

    /** Writes pages of 500 rows to nowhere. */
    private static long export(SheetFormat format, int pages) throws IOException {
        var count = new long[2];
        var out =
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        count[0]++;
                    }

                    @Override
                    public void write(byte[] bytes, int offset, int length) {
                        count[0] += length;
                    }
                };
        new Export<Line>(
                        "runs",
                        new ExportQuery<>(format, Zones.named("UTC"), false, COLUMNS),
                        last -> count[1]++ < pages ? page((int) count[1], 500) : List.of(),
                        MANY)
                .write(out);
        return count[0];
    }

    private static List<Line> page(int number, int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> new Line(number * size + i, "text of a row " + number + " " + i))
                .toList();
    }

    private static List<Line> lines(String... texts) {
        return IntStream.range(0, texts.length).mapToObj(i -> new Line(i + 1, texts[i])).toList();
    }

    private static String csv(PlanZone zone, String... texts) {
        try {
            var out = new ByteArrayOutputStream();
            export(new ExportQuery<>(SheetFormat.CSV, zone, false, COLUMNS), MANY, lines(texts))
                    .write(out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] xlsx(ExportLimits limits, String... texts) throws IOException {
        return written(SheetFormat.XLSX, false, limits, lines(texts));
    }

    private static byte[] written(
            SheetFormat format, boolean mark, ExportLimits limits, List<Line> lines)
            throws IOException {
        var out = new ByteArrayOutputStream();
        export(new ExportQuery<>(format, Zones.named("UTC"), mark, COLUMNS), limits, lines)
                .write(out);
        return out.toByteArray();
    }

    /** All rows in pages of two. */
    private static Export<Line> export(
            ExportQuery<Line> query, ExportLimits limits, List<Line> lines) {
        return new Export<>(
                "runs",
                query,
                last -> {
                    int from = last == null ? 0 : last.number;
                    return lines.subList(from, Math.min(from + 2, lines.size()));
                },
                limits);
    }

    private static List<Row> rows(byte[] workbook, int sheet) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            Sheet found = book.getSheet(sheet).orElseThrow();
            return found.read();
        }
    }

    private static List<String> texts(Row row) {
        return row.stream().map(Cell::getText).toList();
    }

    private static String text(SheetFormat format, byte[] file) throws IOException {
        return format == SheetFormat.CSV
                ? new String(file, StandardCharsets.UTF_8).strip()
                : String.join(
                                "\n",
                                rows(file, 0).stream().map(row -> texts(row).toString()).toList())
                        .replaceAll("]$", "");
    }
}
