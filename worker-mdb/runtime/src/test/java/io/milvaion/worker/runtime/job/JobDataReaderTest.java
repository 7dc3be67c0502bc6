package io.milvaion.worker.runtime.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.worker.sdk.PermanentJobException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobDataReaderTest {

    record Data(String to, Integer count, Double share, boolean urgent, List<Part> parts) {}

    record Part(int size) {}

    record Times(Instant at, Duration pause, LocalDate day) {}

    private final JobDataReader reader = new JobDataReader(null, WorkerSecrets.NONE);

    @Test
    void readsRecords() {
        var text =
                """
                {"to":"a","count":2,"share":1,"urgent":true,"parts":[{"size":3}]}""";
        assertThat(reader.read(text, Data.class))
                .isEqualTo(new Data("a", 2, 1.0, true, List.of(new Part(3))));
    }

    @Test
    void whatIsLeftOutIsNull() {
        assertThat(reader.read("{\"urgent\":false}", Data.class))
                .isEqualTo(new Data(null, null, null, false, null));
    }

    @Test
    void readsTimesFromTheirIsoText() {
        var text =
                """
                {"at":"2026-01-22T10:00:00Z","pause":"PT5S","day":"2026-01-22"}""";
        assertThat(reader.read(text, Times.class))
                .isEqualTo(
                        new Times(
                                Instant.parse("2026-01-22T10:00:00Z"),
                                Duration.ofSeconds(5),
                                LocalDate.of(2026, 1, 22)));
    }

    @Test
    void numbersInMapsLoseNothing() {
        Map<?, ?> map = reader.read("{\"n\":0.1234567890123456789}", Map.class);
        assertThat(map.get("n")).isEqualTo(new BigDecimal("0.1234567890123456789"));
    }

    record Money(BigDecimal amount, JsonNode as) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e-400",
                "2.50",
                "1E+2",
                "0.123456789012345678901234567890",
                "1234567890123456789012345678901234567890"
            })
    void decimalsAreExactAndTreesKeepTheText(String number) {
        var money =
                reader.read("{\"amount\":%s,\"as\":[%s]}".formatted(number, number), Money.class);

        assertThat(money.amount()).isEqualTo(new BigDecimal(number));
        assertThat(money.as()).hasToString("[" + number + "]");
        assertThat(money.as().get(0).decimalValue()).isEqualTo(new BigDecimal(number));
    }

    @Test
    void treesThatAreLeftOutOrNullAreAsEver() {
        assertThat(reader.read("{}", Money.class).as()).isNull();
        assertThat(reader.read("{\"as\":null}", Money.class).as().isNull()).isTrue();
        assertThatThrownBy(() -> reader.read("[]", ObjectNode.class))
                .isInstanceOf(PermanentJobException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"to\":1}",
                "{\"count\":\"1\"}",
                "{\"count\":1.5}",
                "{\"count\":99999999999}",
                "{\"tto\":\"a\"}",
                "{\"to\":\"a\",\"to\":\"b\"}",
                "{\"parts\":[{\"size\":null}]}",
                "[]",
                "null"
            })
    void refusesWhatDoesNotFit(String text) {
        assertThatThrownBy(() -> reader.read(text, Data.class))
                .isInstanceOf(PermanentJobException.class)
                .hasMessageStartingWith("job data does not fit JobDataReaderTest.Data: ");
    }

    @Test
    void saysWhere() {
        assertThatThrownBy(
                        () ->
                                reader.read(
                                        "{\"parts\":[{\"size\":1},{\"size\":\"x\"}]}", Data.class))
                .hasMessageContaining("parts.[1].size");
    }
}
