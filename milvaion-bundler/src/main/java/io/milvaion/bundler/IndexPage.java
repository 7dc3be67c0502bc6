package io.milvaion.bundler;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The page that names the first files; in its source they have no hash: {@code {{main.js}}}. */
record IndexPage(String source) {

    private static final Pattern NAME = Pattern.compile("\\{\\{(\\w+)\\.(\\w+)}}");

    /**
     * @param names of the files, {@code main-HASH.js}
     * @throws NoSuchElementException if the source names a file that is not there
     */
    String naming(String folder, List<String> names) {
        return NAME.matcher(source).replaceAll(name -> folder + "/" + hashed(name, names));
    }

    private static String hashed(MatchResult name, List<String> names) {
        return names.stream()
                .filter(file -> file.matches(name.group(1) + "-\\w+\\." + name.group(2)))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no file for " + name.group()));
    }
}
