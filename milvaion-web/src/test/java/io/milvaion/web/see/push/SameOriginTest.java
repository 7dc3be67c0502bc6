package io.milvaion.web.see.push;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SameOriginTest {

    @Test
    void programsAndPagesOfThisHostAreServed() {
        assertThat(SameOrigin.isForeign(null, "example.org:8080")).isFalse();
        assertThat(SameOrigin.isForeign("https://Example.org", "example.org:8080")).isFalse();
        assertThat(SameOrigin.isForeign("http://[::1]:8080", "[::1]:8080")).isFalse();
    }

    @Test
    void pagesOfOtherHostsAreNot() {
        assertThat(SameOrigin.isForeign("https://evil.example", "example.org")).isTrue();
        assertThat(SameOrigin.isForeign("null", "example.org")).isTrue();
        assertThat(SameOrigin.isForeign("https://example.org.evil.example", "example.org"))
                .isTrue();
        assertThat(SameOrigin.isForeign("http://exa mple.org", "example.org")).isTrue();
        assertThat(SameOrigin.isForeign("https://example.org", null)).isTrue();
    }
}
