package io.milvaion.scheduler.ground.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamedTextTest {

    @Test
    void namesBecomeQuestionMarksInTheirOrder() {
        var named = NamedText.of("select 1 from t where a = :a and b = any (:ids) or c = :a2");

        assertThat(named.text()).isEqualTo("select 1 from t where a = ? and b = any (?) or c = ?");
        assertThat(named.names()).containsExactly("a", "ids", "a2");
    }

    @Test
    void aNameMayBeUsedTwice() {
        assertThat(NamedText.of(":id, :other, :id").names()).containsExactly("id", "other", "id");
    }

    @Test
    void aNameAtTheEndIsOne() {
        assertThat(NamedText.of("limit :limit"))
                .isEqualTo(new NamedText("limit ?", List.of("limit")));
    }

    @Test
    void castsStayAsTheyAre() {
        var named = NamedText.of("select :ids::uuid[], now()::date");

        assertThat(named.text()).isEqualTo("select ?::uuid[], now()::date");
        assertThat(named.names()).containsExactly("ids");
    }

    @Test
    void quotedPartsAndCommentsStayAsTheyAre() {
        var sql =
                """
                select ':no', 'it''s :no', "a:no", 'why?' -- :no ?
                  /* :no ? */ from t where a - 1 / 2 = 'x:no'""";

        var named = NamedText.of(sql);

        assertThat(named.text()).isEqualTo(sql);
        assertThat(named.names()).isEmpty();
    }

    @Test
    void aNameAfterACommentIsFound() {
        assertThat(NamedText.of("1 -- ':'\n, :yes /* ' */ + :too").names())
                .containsExactly("yes", "too");
    }

    @Test
    void quotesThatDoNotEndAreLeftToPostgreSql() {
        assertThat(NamedText.of("'never :ends").text()).isEqualTo("'never :ends");
    }

    @Test
    void aColonWithoutANameIsOne() {
        assertThat(NamedText.of("a[1:2] :").text()).isEqualTo("a[1:2] :");
    }

    @Test
    void aQuestionMarkIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> NamedText.of("where id = ?"))
                .withMessageContaining("where id = ?");
    }
}
