package io.milvaion.scheduler.declare.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import java.util.ArrayList;
import java.util.List;

/** CronJobs among the documents of manifests; other kinds are none of our business. */
final class KubernetesCronJobs implements SourceReader {

    @Override
    public List<SourceEntry> read(SourceInput input) {
        var entries = new ArrayList<SourceEntry>();
        var names = new SourceNames();
        var documents = input.documents().get();
        for (int i = 0; i < documents.size(); i++) {
            collect("document " + (i + 1), documents.get(i), names, input, entries);
        }
        if (entries.isEmpty()) {
            throw new InvalidInput("", "There is no CronJob in this.");
        }
        return entries;
    }

    private static void collect(
            String place,
            JsonNode document,
            SourceNames names,
            SourceInput input,
            List<SourceEntry> entries) {
        var kind = document.path("kind").asText();
        if (kind.equals("CronJob")) {
            entries.add(new KubernetesCronJob(place, document).entry(names, input));
        } else if (kind.endsWith("List")) {
            int i = 1;
            for (var item : document.path("items")) {
                collect(place + ", item " + i, item, names, input, entries);
                i++;
            }
        }
    }
}
