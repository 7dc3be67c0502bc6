package io.milvaion.platform.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.NumericNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/** A number of a tree as it is written: {@code 1e-400}, {@code 2.50} and {@code -0} stay so. */
final class ExactNumber extends NumericNode {

    private static final long serialVersionUID = 1L;
    private static final BigDecimal MIN_INT = BigDecimal.valueOf(Integer.MIN_VALUE);
    private static final BigDecimal MAX_INT = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final BigDecimal MIN_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MAX_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

    private static final long MAX_SCALE = 100_000;

    private final String text;

    /**
     * @param text a number of JSON
     */
    ExactNumber(String text) {
        this.text = text;
    }

    @Override
    public boolean isIntegralNumber() {
        return text.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
    }

    @Override
    public boolean isFloatingPointNumber() {
        return !isIntegralNumber();
    }

    @Override
    public boolean isInt() {
        return numberType() == JsonParser.NumberType.INT;
    }

    @Override
    public boolean isLong() {
        return numberType() == JsonParser.NumberType.LONG;
    }

    @Override
    public boolean isBigInteger() {
        return numberType() == JsonParser.NumberType.BIG_INTEGER;
    }

    @Override
    public boolean isBigDecimal() {
        return numberType() == JsonParser.NumberType.BIG_DECIMAL;
    }

    @Override
    public JsonToken asToken() {
        return isIntegralNumber() ? JsonToken.VALUE_NUMBER_INT : JsonToken.VALUE_NUMBER_FLOAT;
    }

    @Override
    public JsonParser.NumberType numberType() {
        if (!isIntegralNumber()) {
            return JsonParser.NumberType.BIG_DECIMAL;
        }
        if (canConvertToInt()) {
            return JsonParser.NumberType.INT;
        }
        return canConvertToLong() ? JsonParser.NumberType.LONG : JsonParser.NumberType.BIG_INTEGER;
    }

    @Override
    public Number numberValue() {
        return switch (numberType()) {
            case INT -> intValue();
            case LONG -> longValue();
            case BIG_INTEGER -> bigIntegerValue();
            default -> decimalValue();
        };
    }

    @Override
    public int intValue() {
        return (int) longValue();
    }

    @Override
    public long longValue() {
        return canConvertToLong() ? decimalValue().longValue() : (long) doubleValue();
    }

    @Override
    public double doubleValue() {
        return Double.parseDouble(text);
    }

    @Override
    public BigDecimal decimalValue() {
        return new BigDecimal(text);
    }

    /**
     * @throws ArithmeticException if the number has a hundred thousand digits more than it is
     *     written with
     */
    @Override
    public BigInteger bigIntegerValue() {
        var value = decimalValue();
        if (Math.abs((long) value.scale()) > MAX_SCALE) {
            throw new ArithmeticException(text + " has too many digits");
        }
        return value.toBigInteger();
    }

    @Override
    public boolean canConvertToInt() {
        return isWithin(MIN_INT, MAX_INT);
    }

    @Override
    public boolean canConvertToLong() {
        return isWithin(MIN_LONG, MAX_LONG);
    }

    private boolean isWithin(BigDecimal min, BigDecimal max) {
        var value = decimalValue();
        return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
    }

    @Override
    public String asText() {
        return text;
    }

    @Override
    public void serialize(JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeNumber(text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExactNumber number && number.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
