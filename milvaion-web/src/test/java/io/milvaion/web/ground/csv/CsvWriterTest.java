package io.milvaion.web.ground.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {

    @Test
    void cellsAreQuotedWhereTheyMustBe() throws IOException {
        assertThat(row("plain", "a,b", "say \"x\"", "two\nlines", null, 3))
                .isEqualTo("plain,\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",,3\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "=HYPERLINK(1)"})
    void whatWouldBeAFormulaIsText(String cell) throws IOException {
        assertThat(row(cell)).startsWith("'" + cell.charAt(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t=1", "\r=1", "\n=1"})
    void whiteSpaceHidesNoFormula(String cell) throws IOException {
        assertThat(row(cell)).startsWith("\"'");
    }

    @Test
    void numbersStayNumbers() throws IOException {
        assertThat(row(-1)).isEqualTo("-1\r\n");
    }

    private static String row(Object... cells) throws IOException {
        var out = new StringWriter();
        new CsvWriter(out).row(Arrays.asList(cells));
        return out.toString();
    }
}
