package io.milvaion.scheduler.declare.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Documents of jobs as {@code PUT /apply} takes them. */
final class OwnDocuments implements SourceReader {

    @Override
    public List<SourceEntry> read(SourceInput input) {
        var entries = new ArrayList<SourceEntry>();
        var names = new SourceNames();
        int number = 0;
        for (var document : input.documents().get()) {
            number++;
            var name = names.next(document.path("metadata").path("name").asText("job"));
            var job = new SourceJob("document " + number, name);
            if (!document.path("kind").asText().equals("Job")) {
                job.refuse("It is no Job; PUT /apply takes other kinds.");
            } else if (document.path("spec") instanceof ObjectNode spec) {
                job.all(spec);
            } else {
                job.refuse("Its spec is no object.");
            }
            entries.add(job.entry());
        }
        return entries;
    }
}
