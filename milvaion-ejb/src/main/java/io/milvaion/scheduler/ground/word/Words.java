package io.milvaion.scheduler.ground.word;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * The words for the values of an enumeration, as people and programs write them: its names in
 * camelCase. To read them, case, hyphens and underscores make no difference, so that what is stored
 * or was written once with hyphens is understood, too.
 */
public final class Words<E> {

    private final Map<String, E> byWord;
    private final Map<String, E> byNumber;

    private Words(Map<String, E> byWord, Map<String, E> byNumber) {
        this.byWord = byWord;
        this.byNumber = byNumber;
    }

    /** The word for one value. */
    public static String of(Enum<?> value) {
        var word = new StringBuilder();
        for (String part : value.name().split("_")) {
            word.append(word.isEmpty() ? lower(part.substring(0, 1)) : part.substring(0, 1))
                    .append(lower(part.substring(1)));
        }
        return word.toString();
    }

    /** The words for all values of an enumeration. */
    public static <E extends Enum<E>> Words<E> of(Class<E> type) {
        return of(List.of(type.getEnumConstants()));
    }

    /** The words for some values of an enumeration. */
    public static <E extends Enum<E>> Words<E> of(Collection<E> values) {
        return of(values, Words::of);
    }

    /** Words that stand for themselves. */
    public static Words<String> of(String... words) {
        return of(Arrays.asList(words), Function.identity());
    }

    private static <E> Words<E> of(Collection<E> values, Function<E, String> word) {
        var byWord = new LinkedHashMap<String, E>();
        values.forEach(value -> byWord.put(word.apply(value), value));
        return new Words<>(byWord, Map.of());
    }

    /** The same words, beside the numbers that may stand for them. */
    public Words<E> numbered(ToIntFunction<E> number) {
        var numbers = new LinkedHashMap<String, E>();
        byWord.values().forEach(e -> numbers.put(Integer.toString(number.applyAsInt(e)), e));
        return new Words<>(byWord, numbers);
    }

    /** The value that a word stands for. */
    public Optional<E> read(String text) {
        return byWord.entrySet().stream()
                .filter(entry -> folded(entry.getKey()).equals(folded(text)))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The value that a number stands for. */
    public Optional<E> readNumber(String digits) {
        return Optional.ofNullable(byNumber.get(digits));
    }

    /** All words, for those who have written another one. */
    public String choices() {
        var words = String.join(", ", byWord.keySet());
        return byNumber.isEmpty()
                ? words
                : words + "; or " + String.join(", ", byNumber.keySet()) + " in their place";
    }

    private static String folded(String text) {
        return lower(text.replace("-", "").replace("_", ""));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
