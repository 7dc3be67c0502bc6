package io.milvaion.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.contract.RedisKeys;
import java.net.URI;
import org.junit.jupiter.api.Test;

class RedisSettingsTest {

    @Test
    void theAddressHasTheSettingAndNoPassword() {
        assertThat(address("redis://me:secret@cache:6380/1"))
                .isEqualTo("cache:6380 (milvaion.redis.url)");
        assertThat(address("rediss://:secret@10.0.0.7:6379"))
                .isEqualTo("10.0.0.7:6379 (milvaion.redis.url)");
    }

    private static String address(String url) {
        return new RedisSettings(URI.create(url), new RedisKeys("x:"), 100, 4).address();
    }
}
