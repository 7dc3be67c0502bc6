package io.milvaion.web.see.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscribingTest {

    private static final String ID = "01890000-0000-7000-8000-00000000000a";

    @Test
    void channelsAreAddedAndRemoved() throws Subscribing.Refused {
        var message =
                Subscribing.parse(
                        """
                        {"subscribe":["jobs","logs:%s"],"unsubscribe":["system"]}"""
                                .formatted(ID.toUpperCase(Locale.ROOT)));

        assertThat(message.appliedTo(Set.of("system", "occurrences")))
                .containsExactlyInAnyOrder("jobs", "logs:" + ID, "occurrences");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "[]",
                "{}",
                "{",
                "{} {}",
                "{\"subscribe\":\"jobs\"}",
                "{\"subscribe\":{}}",
                "{\"subscribe\":null}",
                "{\"subscribe\":[1]}",
                "{\"subscribe\":[null]}",
                "{\"subscribe\":[[\"jobs\"]]}",
                "{\"subscribe\":[\"\"]}",
                "{\"subscribe\":[\"*\"]}",
                "{\"subscribe\":[\"job:\"]}",
                "{\"subscribe\":[\"job:1\"]}",
                "{\"subscribe\":[\"jobs \"]}",
                "{\"subscribe\":[\"jobs\\u0000\"]}",
                "{\"subscribe\":[\"other:01890000-0000-7000-8000-00000000000a\"]}",
                "{\"subscribe\":[\"jobs\"],\"subscribe\":[]}",
                "{\"subscribe\":[\"jobs\"],\"more\":1}"
            })
    void whatIsNotExactlyAMessageIsRefused(String text) {
        assertThatThrownBy(() -> Subscribing.parse(text))
                .isInstanceOf(Subscribing.Refused.class)
                .hasMessageMatching("(?s).{10,200}");
    }

    @Test
    void moreChannelsThanTheLimitAreRefused() throws Subscribing.Refused {
        var full =
                IntStream.range(0, Subscribing.LIMIT)
                        .mapToObj(i -> "job:" + new UUID(1, i))
                        .collect(Collectors.toSet());

        assertThat(new Subscribing(List.of(), List.of()).appliedTo(full)).hasSize(200);
        assertThatThrownBy(() -> new Subscribing(List.of("jobs"), List.of()).appliedTo(full))
                .isInstanceOf(Subscribing.Refused.class)
                .hasMessageContaining("200");
    }
}
