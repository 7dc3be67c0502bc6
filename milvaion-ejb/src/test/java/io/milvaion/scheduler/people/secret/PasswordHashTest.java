package io.milvaion.scheduler.people.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.scheduler.ground.refusal.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

    @Test
    void aPasswordIsStoredAsArgon2idWithItsParametersAndASaltOfItsOwn() {
        var hash = PasswordHash.of("correct horse battery");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(PasswordHash.of("correct horse battery")).isNotEqualTo(hash);
        assertThat(PasswordHash.matches("correct horse battery", hash)).isTrue();
        assertThat(PasswordHash.matches("Correct horse battery", hash)).isFalse();
    }

    @Test
    void theSeventyThirdByteMatters() {
        var start = "x".repeat(72);

        assertThat(PasswordHash.matches(start + "b", PasswordHash.of(start + "a"))).isFalse();
    }

    @Test
    void anyCharactersMakeAPassword() {
        var password = "пароль 🔑 ".repeat(8);
        PasswordPolicy.check("password", password, "ada");

        assertThat(PasswordHash.matches(password, PasswordHash.of(password))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"seven 7", "", "I am ADA!!", "Password1", "qwertyuiop", "letmein123"})
    void whatIsShortOrCommonOrTheNameIsNoPassword(String password) {
        assertThatThrownBy(() -> PasswordPolicy.check("password", password, "ada"))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void whatIsSealedIsReadWithTheSameSecretOnly() {
        var sealed = new Sealing("a secret of an installation").seal("text");

        assertThat(new Sealing("a secret of an installation").open(sealed)).isEqualTo("text");
        assertThatThrownBy(() -> new Sealing("another").open(sealed))
                .hasMessageContaining("milvaion.secret");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> new Sealing("a secret of an installation").open(sealed))
                .isInstanceOf(IllegalStateException.class);
    }
}
