package io.milvaion.tests.fuzz;

import java.util.List;

/** Texts, numbers and instants, good ones and odd ones. */
final class Words {

    /** What fields of text are likely to take. */
    static final List<String> GOOD =
            List.of(
                    "noop",
                    "hello",
                    "a name",
                    "x",
                    "* * * * *",
                    "0 0 1 1 *",
                    "@daily",
                    "UTC",
                    "Europe/Berlin",
                    "once",
                    "all",
                    "skip",
                    "shift",
                    "first",
                    "both",
                    "retry",
                    "2030-01-31T12:00:00.000Z",
                    "2031-01-01T00:00:00+02:00",
                    "unknown",
                    "late",
                    "exhausted",
                    "running",
                    "true",
                    "false",
                    "0123456789abcdef",
                    "-updatedAt");

    static final List<String> INSTANTS =
            List.of(
                    "1970-01-01T00:00:00Z",
                    "1969-12-31T23:59:59Z",
                    "9999-12-31T23:59:59.999Z",
                    "+10000-01-01T00:00:00Z",
                    "+900000000-01-01T00:00:00Z",
                    "-900000000-01-01T00:00:00Z",
                    "0000-00-00T00:00:00Z",
                    "2030-02-30T00:00:00Z",
                    "2030-06-30T23:59:60Z",
                    "2030-01-01T00:00:00+19:00",
                    "2030-01-01T00:00:00.123456789123Z",
                    "2030-01-01",
                    "2030-01-01T00:00:00",
                    "now",
                    "1893456000000");

    static final List<String> ODD =
            List.of(
                    "",
                    " ",
                    "\t",
                    "null",
                    "NaN",
                    "-1",
                    "0",
                    "1",
                    "200",
                    "201",
                    "2147483648",
                    "1e400",
                    "9".repeat(400),
                    "x".repeat(300),
                    "\uD83D\uDE00",
                    "\u202E\u0000",
                    "\uFFFE\uFFFF",
                    "İıß",
                    "'; drop table jobs; --",
                    "<script>alert(1)</script>",
                    "${jndi:ldap://127.0.0.1/a}",
                    "%s%n%x",
                    "../../etc/passwd",
                    "\\",
                    "\"",
                    "{}",
                    "*/5 * * * * * *",
                    "0 0 29 2 1#6",
                    "5.5",
                    "1.2147483647",
                    "999999999.999999999");

    /** Numbers as JSON writes them. */
    static final List<String> NUMBERS =
            List.of(
                    "0",
                    "1",
                    "2",
                    "-1",
                    "-0",
                    "5",
                    "60",
                    "2147483647",
                    "2147483648",
                    "-9223372036854775809",
                    "1.0",
                    "0.1",
                    "1e5",
                    "1e400",
                    "1e-400",
                    "1e999999999",
                    "-1E+2147483647",
                    "9".repeat(1_200));

    private Words() {}

    static String any(Dice dice) {
        return switch (dice.below(5)) {
            case 0 -> dice.among(INSTANTS);
            case 1, 2 -> dice.among(ODD);
            default -> dice.among(GOOD);
        };
    }
}
