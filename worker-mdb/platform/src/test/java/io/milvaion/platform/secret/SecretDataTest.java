package io.milvaion.platform.secret;

import static io.milvaion.platform.secret.SecretData.MASK;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecretDataTest {

    private static final String DATA =
            """
            {"user":"ada","pass/word":"p\\"w","list":[{"key":1.50},{"key":2}],\
            "url":"https://x/?t=${secret:token}","none":null}""";

    private final SecretData data =
            SecretData.of(DATA, List.of("/pass~1word", "/list/1", "/none", "/absent/x"));

    @Test
    void fieldsAndReferencesAreMaskedAndTheRestIsAsItWas() {
        assertThat(data.masked())
                .isEqualTo(
                        """
                        {"user":"ada","pass/word":"%1$s","list":[{"key":1.50},"%1$s"],\
                        "url":"%1$s","none":null}"""
                                .formatted(MASK));
    }

    @Test
    void whatWasShownMayComeBack() {
        var sent = data.replacedBy(data.masked());

        assertThat(sent.text()).isEqualTo(DATA);
        assertThat(sent.stray()).isEmpty();
        assertThat(sent.set()).isEmpty();
    }

    @Test
    void aMaskWhereNothingIsSecretIsFound() {
        var sent = data.replacedBy("{\"user\":\"%1$s\",\"new\":[\"%1$s\"]}".formatted(MASK));

        assertThat(sent.stray()).containsExactly("/user", "/new/0");
        assertThat(sent.set()).as("left out is not changed").isEmpty();
    }

    @Test
    void aRightGuessIsAnsweredLikeAWrongOne() {
        assertThat(data.replacedBy("{\"pass/word\":\"guess\",\"url\":\"x\"}").set())
                .containsExactly("/pass~1word", "/url");
        assertThat(data.replacedBy(DATA).set()).containsExactly("/list/1", "/pass~1word", "/url");
        assertThat(data.replacedBy("{\"list\":[1,{\"key\":3}]}").set()).containsExactly("/list/1");
    }

    @Test
    void valuesAreMaskedInTextsAsTheyAreAndAsJsonWritesThem() {
        var text = new SecretText(data.values());

        assertThat(text.masked("it was p\"w, or \"p\\\"w\""))
                .isEqualTo("it was %1$s, or \"%1$s\"".formatted(MASK));
        assertThat(text.masked(null)).isNull();
    }

    @Test
    void referencesAreReplacedInTexts() {
        assertThat(
                        SecretData.withTexts(
                                DATA, is -> SecretReference.resolved(is, name -> "$1" + name)))
                .contains("\"https://x/?t=$1token\"");
        assertThat(SecretReference.isName("../etc/passwd")).isFalse();
        assertThat(SecretReference.isName("db.password-2")).isTrue();
    }
}
