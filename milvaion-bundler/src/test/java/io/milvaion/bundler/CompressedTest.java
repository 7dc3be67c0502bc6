package io.milvaion.bundler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf("com.aayushatharva.brotli4j.Brotli4jLoader#isAvailable")
class CompressedTest {

    @Test
    void standsBesideEachFileAndReadsBackEqual(@TempDir Path folder) throws Exception {
        Brotli4jLoader.ensureAvailability();
        var script = "let milvaion = 'milvaion';\n".repeat(200).getBytes(UTF_8);
        Files.write(folder.resolve("main.js"), script);

        Compressed.beside(folder);

        var compressed = Files.readAllBytes(folder.resolve("main.js.br"));
        assertThat(compressed.length).isLessThan(script.length / 10);
        assertThat(Decoder.decompress(compressed).getDecompressedData()).isEqualTo(script);
    }
}
