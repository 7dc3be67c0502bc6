package io.milvaion.scheduler.ground.audit;

import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A place in the chain that is written down beside it.
 *
 * @param hash in hex, that of the entry with the number
 * @param mac in hex, over all of it
 */
record ChainMark(Name name, long number, String hash, String mac) {

    /** The last entry that was dropped for its age, and the last one that there is. */
    enum Name {
        BEGIN,
        HEAD;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ChainMark at(Name name, long number, byte[] hash) {
        var text = HexFormat.of().formatHex(hash);
        return new ChainMark(name, number, text, mac(name, number, hash, Audit.key()));
    }

    static ChainMark read(Connection connection, Name name) throws SQLException {
        return Sql.of("select * from audit_marks where name = :name")
                .with("name", name.word())
                .one(connection, row -> of(name, row));
    }

    private static ChainMark of(Name name, Row row) throws SQLException {
        var hex = HexFormat.of();
        return new ChainMark(
                name,
                row.number("number"),
                hex.formatHex(row.bytes("hash")),
                hex.formatHex(row.bytes("mac")));
    }

    void write(Connection connection) throws SQLException {
        Sql.of(
                        """
                        update audit_marks
                           set number = :number, hash = :hash, mac = :mac, at = now()
                         where name = :name""")
                .with("number", number)
                .with("hash", bytes())
                .with("mac", HexFormat.of().parseHex(mac))
                .with("name", name.word())
                .update(connection);
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hash);
    }

    /** Whether a node has written it; that of an empty chain nobody has. */
    boolean isGenuine() {
        return (number == 0 && mac.isEmpty())
                || isLike(mac(name, number, bytes(), Audit.key()))
                || isLike(mac(name, number, bytes(), ChainKey.NONE));
    }

    private boolean isLike(String other) {
        return MessageDigest.isEqual(
                mac.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static String mac(Name name, long number, byte[] hash, ChainKey key) {
        var word = name.word().getBytes(StandardCharsets.US_ASCII);
        return HexFormat.of()
                .formatHex(
                        key.hash(
                                ByteBuffer.allocate(word.length + Long.BYTES + hash.length)
                                        .put(word)
                                        .putLong(number)
                                        .put(hash)
                                        .array()));
    }
}
