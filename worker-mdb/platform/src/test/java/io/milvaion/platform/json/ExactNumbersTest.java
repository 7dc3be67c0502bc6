package io.milvaion.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ExactNumbersTest {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new ExactNumbers());

    @Test
    void aNumberThatIsKeptAsTextIsStillOneOfItsKind() throws Exception {
        var numbers = JSON.readTree("[7, 7000000000, 7000000000000000000000, 7.0, 7e0]");

        assertThat(numbers.get(0).isInt()).isTrue();
        assertThat(numbers.get(1).isLong()).isTrue();
        assertThat(numbers.get(2).isBigInteger()).isTrue();
        assertThat(numbers.get(3).isBigDecimal()).isTrue();
        assertThat(numbers.get(4).isInt()).isFalse();
    }

    @Test
    void aNumberWithTooManyDigitsIsNoWholeNumber() throws Exception {
        var number = JSON.readTree("1e999999999");

        assertThatThrownBy(number::bigIntegerValue).isInstanceOf(ArithmeticException.class);
        assertThat(number.longValue()).isEqualTo(Long.MAX_VALUE);
    }
}
