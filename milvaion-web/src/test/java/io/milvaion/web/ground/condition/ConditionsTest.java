package io.milvaion.web.ground.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.scheduler.ground.refusal.InvalidInput;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {

    private record Thing(String name) {}

    @Test
    void withoutHeaderOrWithAStarAnyTagWillDo() {
        assertThat(Conditions.ifMatch(null)).accepts("1", "x");
        assertThat(Conditions.ifMatch(" * ")).accepts("1", "x");
        assertThat(Conditions.ifNoneMatch("*")).accepts("1", "x");
    }

    @Test
    void strongTagsMatchAndWeakOnesOnlyWhatIsRead() {
        assertThat(Conditions.ifMatch("\"3\", \"a,b\"")).accepts("3", "a,b").rejects("a", "33", "");
        assertThat(Conditions.ifMatch("W/\"3\"")).rejects("3");
        assertThat(Conditions.ifNoneMatch("W/\"3\", \"4\"")).accepts("3", "4").rejects("5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "\"3", "\"3\" \"4\"", "\"3\",", ""})
    void aTagWithoutQuotationMarksIsRefused(String header) {
        assertThatThrownBy(() -> Conditions.ifMatch(header))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("If-Match");
    }

    @Test
    void aThingIsExpectedByWhatIsSeenOfIt() {
        var tag = '"' + Tags.of(List.of("a")) + '"';
        var expected = Conditions.<Thing>expecting(tag, thing -> List.of(thing.name()));

        assertThat(expected).accepts(new Thing("a")).rejects(new Thing("b"), (Thing) null);
        assertThat(Conditions.<Thing>expecting("*", thing -> thing)).rejects((Thing) null);
        assertThat(Conditions.<Thing>expecting(null, thing -> thing)).accepts((Thing) null);
    }
}
