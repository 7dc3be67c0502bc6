package io.milvaion.scheduler.people.saved;

import io.milvaion.scheduler.ground.persistence.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * Criteria of a list under a name.
 *
 * @param account whose it is
 * @param owner the name of the account
 * @param list such as {@code jobs}
 * @param criteria the text of a JSON object
 * @param shared whether everybody sees it
 * @param version counts its changes, from 1
 */
public record SavedFilter(
        UUID id,
        UUID account,
        String owner,
        String list,
        String name,
        String criteria,
        boolean shared,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * What somebody decides about one.
     *
     * @param list only when it is made
     */
    public record Wanted(String list, String name, String criteria, boolean shared) {}

    static SavedFilter of(Row row) throws SQLException {
        return new SavedFilter(
                row.uuid("id"),
                row.uuid("account_id"),
                row.text("owner"),
                row.text("list"),
                row.text("name"),
                row.text("criteria"),
                row.flag("shared"),
                row.integer("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }
}
