package io.milvaion.bundler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class IndexPageTest {

    private static final List<String> FILES =
            List.of("chunk-AAAA.js", "main-B7.css", "main-C8.js", "main-C8.js.br");

    @Test
    void namesTheFilesWithTheirHashes() {
        var page = new IndexPage("<link href=\"{{main.css}}\"><script src=\"{{main.js}}\">");

        assertThat(page.naming("console", FILES))
                .isEqualTo(
                        "<link href=\"console/main-B7.css\"><script src=\"console/main-C8.js\">");
    }

    @Test
    void refusesAFileThatWasNotMade() {
        var page = new IndexPage("{{other.js}}");

        assertThatThrownBy(() -> page.naming("console", FILES))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("other.js");
    }
}
