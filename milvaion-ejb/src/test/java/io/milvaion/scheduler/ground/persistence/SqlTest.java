package io.milvaion.scheduler.ground.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class SqlTest {

    @Test
    void valuesAreBoundInTheOrderOfTheirNames() {
        var bound = Sql.of("a = :a, b = :b, c = :a").with("b", 2).with("a", 1).bound();

        assertThat(bound.text()).isEqualTo("a = ?, b = ?, c = ?");
        assertThat(bound.arguments()).containsExactly(1, 2, 1);
    }

    @Test
    void nullIsAValue() {
        assertThat(Sql.of("a = :a").with("a", null).bound().arguments())
                .containsExactly((Object) null);
    }

    @Test
    void conditionsWithoutAnArgumentAreLeftOut() {
        var bound =
                Sql.of("select * from t")
                        .where("a = :a", null)
                        .where("b = :b", "x")
                        .where("not c")
                        .where("d = :d", 1)
                        .then("limit :limit")
                        .with("limit", 5)
                        .bound();

        assertThat(bound.text())
                .isEqualTo("select * from t where b = ? and not c and d = ? limit ?");
        assertThat(bound.arguments()).containsExactly("x", 1, 5);
    }

    @Test
    void aNameWithoutAValueIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Sql.of("a = :a and b = :b").with("a", 1).bound())
                .withMessageContaining("no value for :b");
    }

    @Test
    void aValueWithoutANameIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Sql.of("a = :a").with("a", 1).with("b", 2).bound())
                .withMessageContaining("no :b in");
    }

    @Test
    void aNameIsBoundOnce() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Sql.of("a = :a").with("a", 1).with("a", 2))
                .withMessageContaining(":a is bound twice");
    }

    @Test
    void anOptionalConditionHasOneParameter() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Sql.of("select 1").where("a between :a and :b", 1))
                .withMessageContaining("a between :a and :b");
    }
}
