package io.milvaion.bundler;

import io.mvnpm.esbuild.Bundler;
import io.mvnpm.esbuild.model.BundleOptions;
import io.mvnpm.esbuild.model.EsBuildConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the files that browsers get of the console's sources: {@code Bundle SOURCES WORK OUTPUT}.
 *
 * <p>Into OUTPUT come {@code index.html}, {@code reference.html} and, below {@code console/},
 * scripts and styles with a hash of their content in their names, each also compressed by brotli
 * beside it. WORK keeps what esbuild needs between two builds. The packages are those of the class
 * path.
 */
public final class Bundle {

    private static final String FILES = "console";
    private static final List<String> PAGES = List.of("index.html", "reference.html");

    private Bundle() {}

    public static void main(String[] arguments) throws IOException {
        var sources = Path.of(arguments[0]);
        var work = Path.of(arguments[1]).toAbsolutePath();
        var output = Path.of(arguments[2]);
        Tree.copy(sources.resolve("src"), work.resolve("src"));
        Files.copy(sources.resolve("tsconfig.json"), Tree.emptied(work.resolve("tsconfig.json")));
        var bundled = bundle(work);
        Tree.copy(bundled, output.resolve(FILES));
        for (var page : PAGES) {
            Files.writeString(
                    Tree.emptied(output.resolve(page)),
                    new IndexPage(Files.readString(sources.resolve(page)))
                            .naming(FILES, names(bundled)));
        }
        Compressed.beside(output.resolve(FILES));
    }

    private static Path bundle(Path work) throws IOException {
        var options =
                BundleOptions.builder()
                        .withWorkDir(work)
                        .withDependencies(Packages.ofClassPath())
                        .addEntryPoint("src/main.ts")
                        .addEntryPoint("src/reference.ts")
                        .addEntryPoint("src/theme.ts")
                        .addEntryPoint("src/style/console.css")
                        .withEsConfig(config())
                        .build();
        return Bundler.bundle(options, true).dist();
    }

    private static EsBuildConfig config() {
        return EsBuildConfig.builder()
                .minify()
                .splitting()
                .sourceMap(false)
                .entryNames("[name]-[hash]")
                .chunkNames("[name]-[hash]")
                .assetNames("[name]-[hash]")
                .build();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
