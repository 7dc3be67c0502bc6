package io.milvaion.scheduler.ground.once;

import io.milvaion.scheduler.ground.persistence.Row;
import java.sql.SQLException;

/**
 * What a request was answered; null where it had no such part.
 *
 * @param location as it was given, perhaps relative
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record KeptAnswer(int status, String mediaType, String location, String etag, byte[] body) {

    static KeptAnswer of(Row row) throws SQLException {
        return new KeptAnswer(
                row.integer("status"),
                row.text("media_type"),
                row.text("location"),
                row.text("etag"),
                row.bytes("body"));
    }
}
