package io.milvaion.platform.secret;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Masks secret values where they stand in a text, also as JSON writes them. */
public final class SecretText {

    public static final SecretText NOTHING = new SecretText(List.of());

    private final List<String> values; // long ones first, which may have short ones in them

    public SecretText(Collection<String> values) {
        this.values =
                values.stream()
                        .filter(value -> !value.isBlank())
                        .flatMap(value -> Stream.of(value, escaped(value)))
                        .distinct()
                        .sorted(Comparator.comparing(String::length).reversed())
                        .toList();
    }

    /**
     * @param text or null
     */
    public String masked(String text) {
        var masked = text;
        for (var value : values) {
            masked = masked == null ? null : masked.replace(value, SecretData.MASK);
        }
        return masked;
    }

    private static String escaped(String value) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(value));
    }
}
