package io.milvaion.scheduler.ground.audit;

import io.milvaion.scheduler.ground.persistence.Row;
import java.sql.SQLException;
import java.util.HexFormat;

/**
 * An entry with its place in the chain.
 *
 * @param hash in hex
 */
public record SealedEntry(long number, AuditEntry entry, String hash) {

    static SealedEntry of(Row row) throws SQLException {
        return new SealedEntry(
                row.number("number"),
                AuditEntry.of(row),
                HexFormat.of().formatHex(row.bytes("hash")));
    }
}
