package io.milvaion.platform.secret;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.milvaion.platform.json.ExactNumbers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Data of a job, as the text of a JSON object, some values of which are secret: those at some JSON
 * pointers and each text with a {@link SecretReference}.
 */
public final class SecretData {

    /** Stands for a secret value; it is never stored. */
    public static final String MASK = "••••••••";

    private static final ObjectMapper MAPPER =
            JsonMapper.builder().addModule(new ExactNumbers()).build();

    private final JsonNode root;
    private final Map<String, JsonNode> secrets = new TreeMap<>();

    private SecretData(String text, Collection<String> fields) {
        root = tree(text);
        for (var field : fields) {
            var value = root.at(field);
            if (!value.isMissingNode() && !value.isNull()) {
                secrets.put(field, value);
            }
        }
        Places.texts(root, "", this::note);
    }

    private void note(String at, JsonNode text) {
        if (SecretReference.isIn(text.textValue())) {
            secrets.putIfAbsent(at, text);
        }
    }

    /**
     * @param fields JSON pointers
     */
    public static SecretData of(String text, Collection<String> fields) {
        return new SecretData(text, fields);
    }

    /** Whether a text may hold a mask. */
    public static boolean mayHoldMask(String text) {
        return text.contains(MASK);
    }

    public boolean isEmpty() {
        return secrets.isEmpty();
    }

    /** The data with the mask in place of secret values. */
    public String masked() {
        if (secrets.isEmpty()) {
            return root.toString();
        }
        var mask = JsonNodeFactory.instance.textNode(MASK);
        var copy = root.deepCopy();
        secrets.keySet().forEach(at -> Places.set(copy, JsonPointer.compile(at), mask));
        return copy.toString();
    }

    /**
     * Data that somebody has sent who may have got the masked one.
     *
     * @param text with the secret values of this data in place of masks
     * @param stray where a mask is in place of nothing secret
     * @param set where a value was sent for a secret one: another one, or the same by a guess
     */
    public record Sent(String text, List<String> stray, List<String> set) {}

    /** Reads what was sent to replace it. */
    public Sent replacedBy(String text) {
        var sent = tree(text);
        var stray = new ArrayList<String>();
        var kept = new HashSet<String>();
        Places.texts(
                sent,
                "",
                (at, value) -> {
                    if (value.textValue().equals(MASK)) {
                        if (secrets.containsKey(at)) {
                            Places.set(sent, JsonPointer.compile(at), secrets.get(at));
                            kept.add(at);
                        } else {
                            stray.add(at);
                        }
                    }
                });
        var set =
                secrets.keySet().stream()
                        .filter(at -> !kept.contains(at))
                        .filter(at -> !sent.at(at).isMissingNode() && !sent.at(at).isNull())
                        .toList();
        return new Sent(sent.toString(), stray, set);
    }

    /** The secret values that are texts, or have texts in them. */
    public List<String> values() {
        var values = new ArrayList<String>();
        secrets.values()
                .forEach(is -> Places.texts(is, "", (at, text) -> values.add(text.textValue())));
        return values;
    }

    /** Data with another text in place of each. */
    public static String withTexts(String data, UnaryOperator<String> change) {
        var tree = tree(data);
        Places.texts(
                tree,
                "",
                (at, text) ->
                        Places.set(
                                tree,
                                JsonPointer.compile(at),
                                JsonNodeFactory.instance.textNode(change.apply(text.textValue()))));
        return tree.toString();
    }

    private static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored JSON is broken", e);
        }
    }
}
