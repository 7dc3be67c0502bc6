package io.milvaion.scheduler.ground.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The one form of an entry that is hashed: each field with its length before it. */
final class Canonical {

    private Canonical() {}

    static byte[] of(AuditEntry entry) {
        var text = new StringBuilder(500);
        for (var field : AuditRows.FIELDS) {
            add(text, field.value().apply(entry));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void add(StringBuilder text, Object value) {
        if (value == null) {
            text.append("-;");
        } else {
            var shown = value instanceof Instant at ? micros(at) : value.toString();
            text.append(shown.length()).append(':').append(shown).append(';');
        }
    }

    private static String micros(Instant at) {
        return String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, at));
    }
}
