package io.milvaion.scheduler.declare.plan;

import io.milvaion.scheduler.ground.persistence.Row;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;

/** What is noted about an object that documents declare. */
public record ManagedObject(String kind, String name, String id, Map<String, String> labels) {

    static ManagedObject of(Row row) throws SQLException {
        return new ManagedObject(
                row.text("kind"),
                row.text("name"),
                row.text("object_id"),
                Label.read(row.texts("labels")));
    }

    Declaration.Key key() {
        return new Declaration.Key(kind, name.toLowerCase(Locale.ROOT));
    }
}
