package io.milvaion.platform.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the value of a setting looks like.
 *
 * @param <T> what it is read as
 */
sealed interface Form<T> {

    /** What is allowed, as the documentation says it. */
    String allowed();

    /**
     * @param text trimmed and not empty
     * @throws InvalidSetting if it has another form
     */
    T read(String key, String text);

    /** What people who look at the settings may see of a value; empty: nothing. */
    default Optional<String> shown(String text) {
        return Optional.of(text);
    }

    /** Anything, or what only its reader can judge. */
    record Text(String allowed) implements Form<String> {

        @Override
        public String read(String key, String text) {
            return text;
        }
    }

    /** Text of one form. */
    record Matching(String allowed, Pattern pattern) implements Form<String> {

        @Override
        public String read(String key, String text) {
            if (!pattern.matcher(text).matches()) {
                throw new InvalidSetting(key, text, allowed);
            }
            return text;
        }
    }

    /** Text that nobody else may read: an error does not repeat it. */
    record Secret(String allowed, Pattern pattern) implements Form<String> {

        @Override
        public String read(String key, String text) {
            if (!pattern.matcher(text).matches()) {
                throw new InvalidSetting(key, "(hidden)", allowed);
            }
            return text;
        }

        @Override
        public Optional<String> shown(String text) {
            return Optional.empty();
        }
    }

    /** Names divided by commas, in lower case, each of one form. */
    record Names(Pattern each, String allowed) implements Form<Set<String>> {

        @Override
        public Set<String> read(String key, String text) {
            Set<String> names = new LinkedHashSet<>();
            for (String part : text.toLowerCase(Locale.ROOT).split(",", -1)) {
                if (!each.matcher(part.strip()).matches()) {
                    throw new InvalidSetting(key, text, allowed);
                }
                names.add(part.strip());
            }
            return Collections.unmodifiableSet(names);
        }
    }

    /** A whole number in a closed range. */
    record WholeNumber(int min, int max) implements Form<Integer> {

        @Override
        public String allowed() {
            return min + ".." + max;
        }

        @Override
        public Integer read(String key, String text) {
            try {
                int value = Integer.parseInt(text);
                if (value >= min && value <= max) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw new InvalidSetting(key, text, "a whole number " + allowed());
            }
            throw new InvalidSetting(key, text, allowed());
        }
    }

    /** One of some words in lower case; capitals in what is given do not matter. */
    record OneOf(List<String> words) implements Form<String> {

        @Override
        public String allowed() {
            return words.stream().map(w -> "`" + w + "`").collect(Collectors.joining(", "));
        }

        @Override
        public String read(String key, String text) {
            var word = text.toLowerCase(Locale.ROOT);
            if (!words.contains(word)) {
                throw new InvalidSetting(key, text, String.join(" or ", words));
            }
            return word;
        }
    }

    /** {@code true} or {@code false}. */
    record Flag() implements Form<Boolean> {

        private static final OneOf WORDS = new OneOf(List.of("true", "false"));

        @Override
        public String allowed() {
            return WORDS.allowed();
        }

        @Override
        public Boolean read(String key, String text) {
            return Boolean.valueOf(WORDS.read(key, text));
        }
    }

    /** The address of a server; user and password in it are not repeated in the error. */
    record Address(List<String> schemes) implements Form<URI> {

        @Override
        public String allowed() {
            return schemes.stream().map(s -> "`" + s + "://`").collect(Collectors.joining(", "));
        }

        @Override
        public URI read(String key, String text) {
            var wanted = "an address with scheme " + String.join(" or ", schemes);
            try {
                var uri = new URI(text);
                if (uri.getScheme() == null || !schemes.contains(uri.getScheme())) {
                    throw new InvalidSetting(key, Address.withoutUser(text), wanted);
                }
                return uri;
            } catch (URISyntaxException e) {
                throw new InvalidSetting(key, "(hidden)", wanted);
            }
        }

        @Override
        public Optional<String> shown(String text) {
            return Optional.of(withoutUser(text));
        }

        static String withoutUser(String text) {
            return text.replaceAll("//[^/]*@", "//***@");
        }
    }

    /** An address that secrets may be sent to. */
    record Web() implements Form<URI> {

        @Override
        public String allowed() {
            return "`https://`, or `http://` of a loopback address";
        }

        @Override
        public URI read(String key, String text) {
            var address = new Address(List.of("https", "http")).read(key, text);
            if (!WebAddress.isSafe(address)) {
                throw new InvalidSetting(key, Address.withoutUser(text), allowed());
            }
            return address;
        }

        @Override
        public Optional<String> shown(String text) {
            return Optional.of(Address.withoutUser(text));
        }
    }

    /** What another system says, and the roles here that follow; names there may contain `=`. */
    record Pairs() implements Form<Map<String, Set<String>>> {

        @Override
        public String allowed() {
            return "`name there=Role` divided by semicolons";
        }

        @Override
        public Map<String, Set<String>> read(String key, String text) {
            Map<String, Set<String>> pairs = new LinkedHashMap<>();
            for (String pair : text.split(";")) {
                int at = pair.lastIndexOf('=');
                var there = at < 0 ? "" : pair.substring(0, at).strip();
                var role = pair.substring(at + 1).strip();
                if (there.isEmpty() || role.isEmpty()) {
                    throw new InvalidSetting(key, text, allowed());
                }
                pairs.computeIfAbsent(there, t -> new LinkedHashSet<>()).add(role);
            }
            return Collections.unmodifiableMap(pairs);
        }
    }

    /** Whole numbers by name. */
    record Rates() implements Form<Map<String, Integer>> {

        private static final Pattern RATE = Pattern.compile("([a-z0-9_-]{1,80})=([1-9][0-9]{0,5})");

        @Override
        public String allowed() {
            return "`name=number` divided by commas, each number from 1 to 999999";
        }

        @Override
        public Map<String, Integer> read(String key, String text) {
            Map<String, Integer> rates = new LinkedHashMap<>();
            for (String rate : text.split(",")) {
                var parts = RATE.matcher(rate.strip());
                if (!parts.matches()) {
                    throw new InvalidSetting(key, text, allowed());
                }
                rates.put(parts.group(1), Integer.valueOf(parts.group(2)));
            }
            return Collections.unmodifiableMap(rates);
        }
    }
}
