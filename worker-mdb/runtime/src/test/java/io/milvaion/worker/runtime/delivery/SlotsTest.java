package io.milvaion.worker.runtime.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SlotsTest {

    private final Slots all = new Slots(3);
    private final Slots mails = all.ofType(2);
    private final Slots files = all.ofType(5);

    @Test
    void neitherATypeNorTheWholeWorkerGetsMoreThanItsLimit() {
        assertThat(mails.tryTake()).isTrue();
        assertThat(mails.tryTake()).isTrue();
        assertThat(mails.tryTake()).isFalse();
        assertThat(files.tryTake()).isTrue();
        assertThat(files.tryTake()).isFalse();

        mails.release();

        assertThat(files.tryTake()).isTrue();
        assertThat(mails.free()).isFalse();
    }

    @Test
    void aReleaseCountsForThoseThatItLetsOn() {
        mails.tryTake();
        mails.tryTake();
        files.tryTake();
        long mailsBefore = mails.releases();
        long filesBefore = files.releases();

        files.release();

        assertThat(files.releases()).isNotEqualTo(filesBefore);
        assertThat(mails.releases()).isEqualTo(mailsBefore); // its own limit holds it back
    }

    @Test
    void aSlotThatNobodyTookCannotBeReleased() {
        assertThatThrownBy(mails::release).isInstanceOf(IllegalStateException.class);
    }
}
