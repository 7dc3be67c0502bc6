package io.milvaion.worker.runtime.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DeliveryTagsTest {

    private final DeliveryTags tags = new DeliveryTags();
    private final List<String> sent = new ArrayList<>();

    @Test
    void acknowledgesAllAtOnceWhereNothingIsOpenBefore() {
        add(1, 5);
        settle(2, 1, 3, 5);

        flush();

        assertThat(sent).containsExactly("<=3", "5");
        assertThat(tags.size()).isEqualTo(1);
    }

    @Test
    void whatIsOpenIsNeverAcknowledged() {
        add(1, 3);
        settle(3);
        flush();
        settle(3, 2);
        flush();
        settle(1);
        flush();

        assertThat(sent).containsExactly("3", "2", "<=1");
    }

    @Test
    void aDeliveryThatWasGivenBackIsForgotten() {
        add(1, 2);

        assertThat(tags.remove(1)).isTrue();
        assertThat(tags.remove(1)).isFalse();
        settle(1, 2);
        flush();

        assertThat(sent).containsExactly("<=2");
    }

    @Test
    void acknowledgesEachSettledDeliveryOnceAndNoOther() {
        var random = new Random(1);
        var open = new TreeSet<Long>();
        long next = 1;
        for (int round = 0; round < 2_000; round++) {
            for (int i = random.nextInt(10); i > 0; i--) {
                tags.add(next);
                open.add(next++);
            }
            var settled = new TreeSet<Long>();
            for (Long tag : open) {
                if (random.nextInt(3) == 0) {
                    tags.settle(tag);
                    settled.add(tag);
                }
            }
            tags.flush(
                    (tag, upTo) -> {
                        assertThat(open).as("open at the broker").contains(tag);
                        var acked = upTo ? new TreeSet<>(open.headSet(tag, true)) : List.of(tag);
                        assertThat(settled).containsAll(acked);
                        open.removeAll(acked);
                        settled.removeAll(acked);
                    });
            assertThat(settled).isEmpty();
            assertThat(tags.size()).isEqualTo(open.size());
        }
    }

    private void add(long from, long to) {
        for (long tag = from; tag <= to; tag++) {
            tags.add(tag);
        }
    }

    private void settle(long... settled) {
        for (long tag : settled) {
            tags.settle(tag);
        }
    }

    private void flush() {
        tags.flush((tag, upTo) -> sent.add((upTo ? "<=" : "") + tag));
    }
}
