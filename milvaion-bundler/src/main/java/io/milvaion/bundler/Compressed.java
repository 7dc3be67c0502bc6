package io.milvaion.bundler;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is compressed once at build time, as small as brotli can. */
final class Compressed {

    private static final System.Logger LOG = System.getLogger(Compressed.class.getName());
    private static final int BEST = 11;

    private Compressed() {}

    /**
     * Writes {@code FILE.br} beside each file of a folder. Where brotli's library does not run,
     * nothing is written: servers then send the files as they are.
     */
    static void beside(Path folder) throws IOException {
        if (!Brotli4jLoader.isAvailable()) {
            LOG.log(
                    Level.WARNING,
                    "brotli does not run here: the console's files are not compressed");
            return;
        }
        for (var file : filesOf(folder)) {
            Files.write(
                    file.resolveSibling(file.getFileName() + ".br"),
                    Encoder.compress(
                            Files.readAllBytes(file), new Encoder.Parameters().setQuality(BEST)));
        }
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
