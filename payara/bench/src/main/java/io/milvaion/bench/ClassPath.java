package io.milvaion.bench;

import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.StringJoiner;

/** What this program was started with, for processes of its own. */
public final class ClassPath {

    private ClassPath() {}

    /** Maven runs this program with a class loader of its own, beside its own class path. */
    public static String ofThisProgram() {
        if (!(ClassPath.class.getClassLoader() instanceof URLClassLoader maven)) {
            return System.getProperty("java.class.path");
        }
        var path = new StringJoiner(System.getProperty("path.separator"));
        for (URL url : maven.getURLs()) {
            try {
                path.add(Path.of(url.toURI()).toString());
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
        return path.toString();
    }
}
