package io.milvaion.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceUrlsTest {

    @Test
    void whatTheEnvironmentGivesIsTakenAndTheRestIsNotGiven() {
        ServiceUrls urls =
                ServiceUrls.fromEnvironment(
                        Map.of(
                                "MILVAION_REDIS_URL",
                                " redis://cache:6379/0 ",
                                "MILVAION_RABBITMQ_URL",
                                " "));

        assertThat(urls).isEqualTo(new ServiceUrls(null, "redis://cache:6379/0", null));
        assertThat(urls.toEnvironment())
                .containsExactly(Map.entry("MILVAION_REDIS_URL", "redis://cache:6379/0"));
    }

    @Test
    void aWrongSchemeIsRefusedNamingTheVariableAndNotThePassword() {
        assertThatThrownBy(() -> new ServiceUrls("mysql://me:secret@host/db", null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MILVAION_DB_URL")
                .hasMessageNotContaining("secret");
    }

    @Test
    void theJdbcUrlCarriesUserAndPasswordAsParameters() {
        assertThat(jdbc("postgresql://me:p%40s+s@db.example:5433/jobs?sslmode=require"))
                .isEqualTo(
                        "jdbc:postgresql://db.example:5433/jobs"
                                + "?user=me&password=p%40s%2Bs&sslmode=require");
        assertThat(jdbc("postgresql://me@db/jobs")).isEqualTo("jdbc:postgresql://db/jobs?user=me");
        assertThat(jdbc("postgresql://[::1]:5432/jobs"))
                .isEqualTo("jdbc:postgresql://[::1]:5432/jobs");
        assertThat(jdbc("jdbc:postgresql://db/jobs?user=me"))
                .isEqualTo("jdbc:postgresql://db/jobs?user=me");
    }

    @Test
    void printedUrlsHideThePasswords() {
        ServiceUrls urls =
                new ServiceUrls(
                        "jdbc:postgresql://db/jobs?user=me&password=secret&ssl=true",
                        "redis://:secret@cache:6379/0",
                        "amqp://guest:secret@broker:5672/%2F");

        assertThat(urls.toString())
                .doesNotContain("secret")
                .contains("password=***&ssl=true", "redis://:***@cache", "guest:***@broker");
    }

    private static String jdbc(String db) {
        return new ServiceUrls(db, null, null).jdbcUrl();
    }
}
