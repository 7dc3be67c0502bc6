package io.milvaion.scheduler.ground.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdTest {

    private static final Instant AT = Instant.parse("2026-01-22T10:00:00.123Z");

    @Test
    void idsOfOneMillisecondSortInTheirOrderWhateverComesBetween() {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < 1_000; i++) {
            ids.add(TimeOrderedId.next(AT));
            assertThat(TimeOrderedId.next(AT.plusMillis(1))).isGreaterThan(ids.get(i));
        }

        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat(ids)
                .extracting(id -> id.getMostSignificantBits() >>> 16)
                .containsOnly(AT.toEpochMilli());
        assertThat(ids).extracting(UUID::version, UUID::variant).containsOnly(tuple(7, 2));
    }

    @Test
    void noIdTellsTheNext() {
        var ends =
                Stream.generate(() -> TimeOrderedId.next(AT))
                        .limit(1_000)
                        .map(id -> (int) id.getLeastSignificantBits());

        assertThat(ends.distinct()).hasSizeGreaterThan(990);
    }
}
