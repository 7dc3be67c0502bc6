package io.milvaion.web.ground.json;

import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.scheduler.ground.word.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Reads what a request gives by name, one value after the other, and remembers everything that is
 * wrong with it, so that the client hears it at once. What is not given is null.
 */
public abstract class Input {

    static final String EMPTY = "There is nothing in this; leave it out instead.";

    private final Set<String> unread;
    private final String unknown;
    private final List<Violation> violations = new ArrayList<>();

    /**
     * @param unknown what to say about a name that nobody reads
     */
    Input(Collection<String> names, String unknown) {
        this.unread = new LinkedHashSet<>(names);
        this.unknown = unknown;
    }

    /** Reads text; a wrong value counts as absent here and in all methods below. */
    public abstract String text(String name);

    public abstract Boolean flag(String name);

    /** Reads a {@link RequestInstant}. */
    public Instant instant(String name) {
        return instant(name, text(name));
    }

    Instant instant(String name, String text) {
        return text == null
                ? null
                : RequestInstant.read(text).orElseGet(() -> wrong(name, RequestInstant.FORM, null));
    }

    /** Reads a whole number. */
    public abstract Integer integer(String name);

    /** Reads a list of texts; in a query they stand between commas. */
    public abstract List<String> texts(String name);

    /** Reads a whole number in a closed range. */
    public abstract Integer integer(String name, Integer otherwise, int min, int max);

    /** Reads text of at most so many characters. */
    public String text(String name, int max) {
        var text = text(name);
        return text == null || text.length() <= max
                ? text
                : wrong(name, "At most " + max + " characters.", null);
    }

    /**
     * Reads text of a form.
     *
     * @param form what to say otherwise
     */
    public String text(String name, Pattern pattern, String form) {
        var text = text(name);
        return text == null || pattern.matcher(text).matches() ? text : wrong(name, form, null);
    }

    public UUID uuid(String name) {
        var text = text(name, PathId.UUID_FORM, PathId.NO_UUID);
        return text == null ? null : UUID.fromString(text);
    }

    /** Reads one of a few words, or the number in its place if it has one. */
    public abstract <E> E word(String name, Words<E> words, E otherwise);

    static String allowed(Words<?> words) {
        return "Allowed: " + words.choices() + ".";
    }

    /** Adds what the caller has found wrong. */
    public void wrong(String name, String message) {
        violations.add(new Violation(name, message));
    }

    /**
     * Ends the reading.
     *
     * @throws InvalidInput naming everything that is wrong, and every name that nobody has read
     */
    public void check() {
        var found = violations();
        if (!found.isEmpty()) {
            throw new InvalidInput(found);
        }
    }

    /** What {@link #check} would name, for those who look for more. */
    public List<Violation> violations() {
        var all = new ArrayList<>(violations);
        unread.forEach(name -> all.add(new Violation(name, unknown)));
        return List.copyOf(all);
    }

    /** Notes that a name is known. */
    void known(String name) {
        unread.remove(name);
    }

    <T> T wrong(String name, String message, T otherwise) {
        wrong(name, message);
        return otherwise;
    }
}
