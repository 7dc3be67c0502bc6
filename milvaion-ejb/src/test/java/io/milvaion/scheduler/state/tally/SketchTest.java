package io.milvaion.scheduler.state.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SketchTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 127, 128, 999, 60_000, 86_400_000, 31_536_000_000L})
    void aValueIsAtMostOneInAHundredTooHigh(long millis) {
        var sketch = new Sketch();
        sketch.add(millis);

        assertThat((double) read(sketch).percentile(99)).isBetween(millis * 1.0, millis * 1.01);
    }

    @Test
    void mergedInAnyOrderItIsTheSame() {
        var odd = sketch(LongStream.range(0, 5_000).map(i -> i * i + 1));
        var even = sketch(LongStream.range(0, 9_000).map(i -> 2 * i));
        var one = new Sketch();
        one.add(odd.bytes());
        one.add(even.bytes());
        one.add((byte[]) null);
        var other = read(even);
        other.add(odd.bytes());

        assertThat(one.bytes()).isEqualTo(other.bytes());
        assertThat(one.count()).isEqualTo(14_000);
    }

    @Test
    void fewValuesAreStoredInFewBytes() {
        assertThat(sketch(LongStream.of(7_000_000)).bytes()).hasSizeLessThan(60);
    }

    @Test
    void nothingHasNoPercentile() {
        assertThat(new Sketch().isEmpty()).isTrue();
        assertThatThrownBy(() -> new Sketch().percentile(50))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Sketch sketch(LongStream values) {
        var sketch = new Sketch();
        values.forEach(sketch::add);
        return sketch;
    }

    private static Sketch read(Sketch written) {
        var sketch = new Sketch();
        sketch.add(written.bytes());
        return sketch;
    }
}
