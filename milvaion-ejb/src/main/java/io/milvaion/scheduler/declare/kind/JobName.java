package io.milvaion.scheduler.declare.kind;

import java.text.Normalizer;
import java.util.Locale;

/** Makes a name for documents out of what a job is called. */
final class JobName {

    private static final int LONGEST = 80;

    private JobName() {}

    /** The end of the id, which is random, keeps jobs of the same name apart. */
    static String of(String id, String displayName) {
        var plain =
                Normalizer.normalize(displayName, Normalizer.Form.NFKD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\p{M}", "")
                        .replaceAll("[^a-z0-9]+", "-");
        var begin = plain.substring(0, Math.min(plain.length(), LONGEST));
        var words = begin.replaceAll("^-|-$", "");
        return (words.isEmpty() ? "job" : words) + "-" + id.substring(id.length() - 12);
    }
}
