package io.milvaion.scheduler.people.factor;

import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.people.secret.RandomText;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Codes in place of the app's, each good once, in the caller's transaction. They hold 120 random
 * bits, so that a plain hash keeps them (OWASP ASVS 5.0, 6.5.2).
 */
final class RecoveryCodes {

    private static final int COUNT = 10;
    private static final int BYTES = 15;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCodes() {}

    /** Makes new ones; the old ones are good no more. */
    static List<String> renew(Connection connection, UUID account) throws SQLException {
        Sql.of("delete from recovery_codes where account_id = :account")
                .with("account", account)
                .update(connection);
        var codes = Stream.generate(RecoveryCodes::next).limit(COUNT).toList();
        for (var code : codes) {
            Sql.of("insert into recovery_codes (account_id, hash) values (:account, :hash)")
                    .with("account", account)
                    .with("hash", hash(code))
                    .update(connection);
        }
        return codes;
    }

    /** Uses one up; false if it is none that is good. */
    static boolean use(Connection connection, UUID account, String code) throws SQLException {
        return Sql.of(
                                """
                                update recovery_codes set used_at = now()
                                 where account_id = :account and hash = :hash and used_at is null""")
                        .with("account", account)
                        .with("hash", hash(code))
                        .update(connection)
                == 1;
    }

    static int left(Connection connection, UUID account) throws SQLException {
        return Sql.of(
                        """
                        select count(*) as codes from recovery_codes
                         where account_id = :account and used_at is null""")
                .with("account", account)
                .one(connection, row -> row.number("codes").intValue());
    }

    /** Groups of six, for people. */
    private static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var text = Base32.encode(bytes).toLowerCase(Locale.ROOT);
        return text.replaceAll(".{6}(?=.)", "$0-");
    }

    private static byte[] hash(String code) {
        return RandomText.hash(code.toLowerCase(Locale.ROOT).replaceAll("[ -]", ""));
    }
}
