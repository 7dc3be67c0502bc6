package io.milvaion.scheduler.ground.audit;

import io.milvaion.scheduler.ground.persistence.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Columns of an entry, and the statement that adds one. */
final class AuditRows {

    /** A column, and what an entry has in it. */
    record Field(String column, Function<AuditEntry, Object> value) {

        String parameter() {
            return column.replace("_", "");
        }
    }

    /** In the order in which they are hashed: it stays. */
    static final List<Field> FIELDS =
            List.of(
                    new Field("id", AuditEntry::id),
                    new Field("at", AuditEntry::at),
                    new Field("actor", entry -> entry.actor().name()),
                    new Field("account_id", entry -> entry.actor().account()),
                    credential("credential", Actor.Credential::kind),
                    credential("credential_id", Actor.Credential::id),
                    credential("credential_name", Actor.Credential::name),
                    new Field("address", entry -> entry.actor().address()),
                    new Field("request_id", entry -> entry.actor().request()),
                    new Field("action", entry -> entry.deed().action()),
                    target("object_type", Deed.Target::type),
                    target("object_id", Deed.Target::id),
                    target("object_name", Deed.Target::name),
                    new Field("before", entry -> entry.deed().before()),
                    new Field("after", entry -> entry.deed().after()),
                    new Field("outcome", entry -> entry.deed().outcome().word()),
                    new Field("status", entry -> entry.deed().status()),
                    new Field("detail", entry -> entry.deed().detail()),
                    new Field("count", entry -> entry.deed().count()),
                    new Field("node", AuditEntry::node));

    static final String COLUMNS =
            FIELDS.stream().map(Field::column).collect(Collectors.joining(", "));

    private static final String INSERT =
            "insert into audit_unsealed ("
                    + COLUMNS
                    + ", digest) values ("
                    + FIELDS.stream()
                            .map(f -> ":" + f.parameter())
                            .collect(Collectors.joining(", "))
                    + ", :digest)";

    private AuditRows() {}

    static void insert(Connection connection, AuditEntry entry, byte[] digest) throws SQLException {
        var statement = Sql.of(INSERT).with("digest", digest);
        FIELDS.forEach(field -> statement.with(field.parameter(), field.value().apply(entry)));
        statement.update(connection);
    }

    private static Field credential(String column, Function<Actor.Credential, Object> value) {
        return new Field(
                column,
                entry -> {
                    var credential = entry.actor().credential();
                    return credential == null ? null : value.apply(credential);
                });
    }

    private static Field target(String column, Function<Deed.Target, Object> value) {
        return new Field(
                column,
                entry -> {
                    var target = entry.deed().target();
                    return target == null ? null : value.apply(target);
                });
    }
}
