package io.milvaion.web.mend.saved;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.mend.bulk.BulkTarget;
import io.milvaion.scheduler.people.saved.SavedFilter;
import io.milvaion.web.ground.json.Fields;
import io.milvaion.web.mend.bulk.Criteria;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Criteria of a list, to be kept under a name. */
@Schema(name = "NewSavedFilter")
record SavedFilterBody(
        @Schema(
                        required = true,
                        enumeration = {"jobs", "occurrences", "failedOccurrences", "deadLetters"})
                String list,
        @Schema(required = true, minLength = 1, maxLength = 100) String name,
        @Schema(
                        required = true,
                        implementation = Object.class,
                        description = "Criteria as the list takes them")
                ObjectNode criteria,
        @Schema(description = "whether everybody sees it; needs Job.Write", defaultValue = "false")
                boolean shared) {

    private static final int MAX_NAME = 100;

    static SavedFilter.Wanted in(Fields fields) {
        var list = fields.word("list", BulkTarget.WORDS, null);
        var name = fields.text("name", MAX_NAME);
        if (name == null || name.isBlank()) {
            fields.wrong("name", "A name is required.");
        }
        if (list == null) {
            fields.wrong("list", "This is required.");
        }
        return new SavedFilter.Wanted(
                list == null ? null : list.wire(),
                name,
                criteria(fields, list),
                fields.flag("shared", false));
    }

    private static String criteria(Fields fields, BulkTarget list) {
        if (list == null) {
            fields.object("criteria");
            return null;
        }
        var criteria = fields.filter("criteria", given -> Criteria.in(list, given));
        if (criteria == null) {
            fields.wrong("criteria", "This is required; {} means all.");
            return null;
        }
        return criteria.text();
    }
}
