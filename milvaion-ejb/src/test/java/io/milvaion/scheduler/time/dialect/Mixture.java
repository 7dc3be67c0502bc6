package io.milvaion.scheduler.time.dialect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Expressions that mix given texts of each field, the same in each run. */
final class Mixture {

    private Mixture() {}

    /**
     * @param fields the texts of each field, divided by white space
     */
    static List<String> of(int count, String... fields) {
        Random random = new Random(18);
        Set<String> expressions = new LinkedHashSet<>();
        while (expressions.size() < count) {
            List<String> parts = new ArrayList<>();
            for (String field : fields) {
                String[] texts = field.strip().split("\\s+");
                parts.add(texts[random.nextInt(texts.length)]);
            }
            expressions.add(String.join(" ", parts));
        }
        return List.copyOf(expressions);
    }
}
