package io.milvaion.scheduler.declare.plan;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A label with its value, by which objects are chosen. A key has no equals sign. */
public record Label(String key, String value) {

    /** The form that is stored, and that people write. */
    public String text() {
        return key + "=" + value;
    }

    static List<String> texts(Map<String, String> labels) {
        return new TreeMap<>(labels)
                .entrySet().stream()
                        .map(label -> new Label(label.getKey(), label.getValue()).text())
                        .toList();
    }

    static SortedMap<String, String> read(Collection<String> texts) {
        var labels = new TreeMap<String, String>();
        for (var text : texts) {
            int end = text.indexOf('=');
            labels.put(text.substring(0, end), text.substring(end + 1));
        }
        return labels;
    }
}
