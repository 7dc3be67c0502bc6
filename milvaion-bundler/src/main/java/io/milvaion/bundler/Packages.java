package io.milvaion.bundler;

import io.mvnpm.esbuild.model.WebDependency;
import io.mvnpm.esbuild.model.WebDependency.WebDependencyType;
import java.io.File;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packages of npm among the jars of the class path. */
final class Packages {

    private static final Pattern GROUP = Pattern.compile("/org/(mvnpm|webjars/npm)/");

    private Packages() {}

    /** Of the class path that Maven has made for this program. */
    static List<WebDependency> ofClassPath() {
        var loader = (URLClassLoader) Packages.class.getClassLoader();
        return Stream.of(loader.getURLs())
                .map(jar -> Path.of(URI.create(jar.toString())))
                .flatMap(jar -> of(jar).stream())
                .toList();
    }

    static Optional<WebDependency> of(Path jar) {
        var group = GROUP.matcher(jar.toString().replace(File.separatorChar, '/'));
        if (!group.find()) {
            return Optional.empty();
        }
        var type =
                group.group(1).equals("mvnpm")
                        ? WebDependencyType.MVNPM
                        : WebDependencyType.WEBJARS;
        return Optional.of(WebDependency.of(jar, type));
    }
}
