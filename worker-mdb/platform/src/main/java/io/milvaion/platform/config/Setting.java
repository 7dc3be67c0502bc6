package io.milvaion.platform.config;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A setting with all that is known about it: it is read with this object, and it is a row of the
 * table in {@code docs/configuration.md}. Its unit is the end of its key.
 *
 * @param key the MicroProfile Config key; one segment may be {@link #JOB_CLASS}
 * @param guideName the path in {@code milvaion.json}, segments joined by dots
 * @param form what values are allowed
 * @param otherwise the value in force when none is given, or null if its reader decides that
 * @param initial the same as text for people
 * @param meaning one sentence without its full stop
 */
public record Setting<T>(
        String key, String guideName, Form<T> form, T otherwise, String initial, String meaning) {

    /** Stands for the simple name of a job class in keys. */
    static final String JOB_CLASS = "<JobClass>";

    /** A setting without default and meaning, whose name in the file follows from its key. */
    static <T> Setting<T> of(String key, Form<T> form) {
        return new Setting<>(key, guideNameOf(key), form, null, "none", "");
    }

    static Setting<Integer> number(String key, int min, int max) {
        return of(key, new Form.WholeNumber(min, max));
    }

    static Setting<Boolean> flag(String key) {
        return of(key, new Form.Flag());
    }

    static Setting<Set<String>> names(String key, String each, String allowed) {
        return of(key, new Form.Names(Pattern.compile(each), allowed));
    }

    static Setting<String> oneOf(String key, String... words) {
        return of(key, new Form.OneOf(List.of(words)));
    }

    static Setting<URI> address(String key, String... schemes) {
        return of(key, new Form.Address(List.of(schemes)));
    }

    static Setting<URI> web(String key) {
        return of(key, new Form.Web());
    }

    static Setting<Map<String, Set<String>>> pairs(String key) {
        return of(key, new Form.Pairs());
    }

    static Setting<Map<String, Integer>> rates(String key) {
        return of(key, new Form.Rates());
    }

    static Setting<String> secret(String key, String allowed, String form) {
        return of(key, new Form.Secret(allowed, Pattern.compile(form, Pattern.DOTALL)));
    }

    static Setting<String> matching(String key, String allowed, String form) {
        return of(key, new Form.Matching(allowed, Pattern.compile(form, Pattern.DOTALL)));
    }

    static Setting<String> text(String key) {
        return text(key, "text");
    }

    static Setting<String> text(String key, String allowed) {
        return of(key, new Form.Text(allowed));
    }

    Setting<T> initially(T value) {
        return new Setting<>(key, guideName, form, value, String.valueOf(value), meaning);
    }

    /**
     * @param text what people read about the default
     */
    Setting<T> describedAs(String text) {
        return new Setting<>(key, guideName, form, otherwise, text, meaning);
    }

    Setting<T> named(String name) {
        return new Setting<>(key, name, form, otherwise, initial, meaning);
    }

    Setting<T> meaning(String sentence) {
        return new Setting<>(key, guideName, form, otherwise, initial, sentence);
    }

    /** The setting of one job class. */
    public Setting<T> of(String jobClass) {
        var itsKey = key.replace(JOB_CLASS, jobClass);
        var itsName = guideName.replace(JOB_CLASS, jobClass);
        return new Setting<>(itsKey, itsName, form, otherwise, initial, meaning);
    }

    /** The environment variable that MicroProfile Config itself reads for the key. */
    public String environmentVariable() {
        return key.replaceAll("[^A-Za-z0-9<>]", "_").toUpperCase(Locale.ROOT);
    }

    /** The segments of the path in {@code milvaion.json}. */
    List<String> names() {
        return List.of(guideName.split("\\.", -1));
    }

    /** The key that a path in the file sets, if it sets this one. */
    Optional<String> keyAt(List<String> path) {
        List<String> names = names();
        if (names.size() != path.size() || !startsWith(path)) {
            return Optional.empty();
        }
        int jobClass = names.indexOf(JOB_CLASS);
        return Optional.of(jobClass < 0 ? key : key.replace(JOB_CLASS, path.get(jobClass)));
    }

    /** Whether a path in the file is this setting or a section around it. */
    boolean startsWith(List<String> path) {
        List<String> names = names();
        if (path.size() > names.size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            boolean same =
                    names.get(i).equals(JOB_CLASS)
                            ? path.get(i).matches("[A-Za-z_][A-Za-z0-9_]*")
                            : names.get(i).equals(path.get(i));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /** The job class for which a key is this setting, if it is one. */
    Optional<String> jobClassIn(String candidate) {
        int at = key.indexOf(JOB_CLASS);
        return at < 0 || !hasKey(candidate)
                ? Optional.empty()
                : Optional.of(
                        candidate.substring(
                                at, candidate.length() - (key.length() - at - JOB_CLASS.length())));
    }

    /** Whether a key is this setting, for some job class. */
    boolean hasKey(String candidate) {
        int at = key.indexOf(JOB_CLASS);
        if (at < 0) {
            return key.equals(candidate);
        }
        String before = key.substring(0, at);
        String after = key.substring(at + JOB_CLASS.length());
        return candidate.startsWith(before)
                && candidate.endsWith(after)
                && candidate.length() > before.length() + after.length();
    }

    private static String guideNameOf(String key) {
        String pascal =
                Arrays.stream(key.split("\\.", -1))
                        .map(s -> s.equals(JOB_CLASS) ? s : pascalCase(s))
                        .collect(Collectors.joining("."));
        return pascal.startsWith("Milvaion.")
                ? "MilvaionConfig" + pascal.substring("Milvaion".length())
                : pascal;
    }

    private static String pascalCase(String kebab) {
        return Arrays.stream(kebab.split("-", -1))
                .map(w -> w.substring(0, 1).toUpperCase(Locale.ROOT) + w.substring(1))
                .collect(Collectors.joining());
    }
}
