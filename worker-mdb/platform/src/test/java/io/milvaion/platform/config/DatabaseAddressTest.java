package io.milvaion.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseAddressTest {

    private static final String LIMITS =
            "-c idle_in_transaction_session_timeout=5s -c lock_timeout=3s"
                    + " -c statement_timeout=10s";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # address                                        | host      | port | database | user    | password
                    postgresql://milvaion:milvaion@127.0.0.1:5432/m  | 127.0.0.1 | 5432 | m        | milvaion| milvaion
                    postgres://u:p@db.example/m                      | db.example| 5432 | m        | u       | p
                    postgresql://u:p%40%3A%2F+%25@h:5433/m%20x       | h         | 5433 | 'm x'    | u       | p@:/+%
                    postgresql://u:a:b@h/m                           | h         | 5432 | m        | u       | a:b
                    postgresql://u:a@b@h/m                           | h         | 5432 | m        | u       | a@b
                    postgresql://h/m?user=u&password=a+b             | h         | 5432 | m        | u       | a+b
                    postgresql://h/m                                 | h         | 5432 | m        | milvaion| milvaion
                    postgresql://u:p@[::1]:5433/m                    | [::1]     | 5433 | m        | u       | p
                    postgresql://u:p@a:1,b:2/m                       | a,b       | 1,2  | m        | u       | p
                    jdbc:postgresql://h:5433/m?user=u&password=p%26q | h         | 5433 | m        | u       | p&q
                    jdbc:postgresql://h/m?password=a+b&user=u        | h         | 5432 | m        | u       | a b
                    """)
    void driverUnderstandsEveryForm(
            String text, String host, String port, String database, String user, String password) {
        var address = DatabaseAddress.parse(text);

        var parsed = parsedByDriver(address);

        assertThat(PGProperty.PG_HOST.getOrDefault(parsed)).isEqualTo(host);
        assertThat(PGProperty.PG_PORT.getOrDefault(parsed)).isEqualTo(port);
        assertThat(PGProperty.PG_DBNAME.getOrDefault(parsed)).isEqualTo(database);
        assertThat(address.user()).isEqualTo(user);
        assertThat(address.password()).isEqualTo(password);
    }

    @Test
    void addsWhatEndsTheLocksOfNodesThatAreGone() {
        var parsed = parsedByDriver(DatabaseAddress.parse(KnownSettings.DB_URL.otherwise()));

        assertThat(PGProperty.OPTIONS.getOrDefault(parsed)).isEqualTo(LIMITS);
        assertThat(PGProperty.TCP_KEEP_ALIVE.getBoolean(parsed)).isTrue();
        assertThat(PGProperty.APPLICATION_NAME.getOrDefault(parsed)).isEqualTo("milvaion");
        assertThat(PGProperty.CONNECT_TIMEOUT.getOrDefault(parsed)).isEqualTo("3");
        assertThat(PGProperty.SOCKET_TIMEOUT.getOrDefault(parsed)).isEqualTo("15");
    }

    @Test
    void keepsParametersThatAreGiven() {
        var parsed =
                parsedByDriver(
                        DatabaseAddress.parse(
                                "postgresql://u:p@h/m?sslmode=require&application_name=a%20b"
                                        + "&connect_timeout=7&socketTimeout=0"
                                        + "&options=-c%20lock_timeout%3D1s"));

        assertThat(PGProperty.SSL_MODE.getOrDefault(parsed)).isEqualTo("require");
        assertThat(PGProperty.APPLICATION_NAME.getOrDefault(parsed)).isEqualTo("a b");
        assertThat(PGProperty.CONNECT_TIMEOUT.getOrDefault(parsed)).isEqualTo("7");
        assertThat(PGProperty.SOCKET_TIMEOUT.getOrDefault(parsed)).isEqualTo("0");
        assertThat(PGProperty.OPTIONS.getOrDefault(parsed))
                .isEqualTo(
                        "-c lock_timeout=1s -c idle_in_transaction_session_timeout=5s"
                                + " -c statement_timeout=10s");
    }

    @Test
    void dataSourceOfTheDriverTakesTheAddress() {
        var dataSource = new PGSimpleDataSource();

        dataSource.setUrl(DatabaseAddress.parse("postgresql://u:p@h:5433/m").jdbcUrl());

        assertThat(dataSource.getServerNames()).containsExactly("h");
        assertThat(dataSource.getPortNumbers()).containsExactly(5433);
        assertThat(dataSource.getDatabaseName()).isEqualTo("m");
        assertThat(dataSource.getOptions()).isEqualTo(LIMITS);
    }

    @Test
    void addressForTheDriverHoldsNoCredentials() {
        for (var text :
                new String[] {
                    "postgresql://peter:secret@h/m",
                    "jdbc:postgresql://h/m?user=peter&password=secret"
                }) {
            assertThat(DatabaseAddress.parse(text).jdbcUrl()).doesNotContain("peter", "secret");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "mysql://u:secret@h/m",
                "postgresql://u:secret@h",
                "postgresql://u:secret@h/",
                "postgresql://u:secret@/m",
                "postgresql://u:secret%zz@h/m",
                "postgresql://u:secret@h/m?x",
                "postgresql://u:secret@h/m?=1",
                "jdbc:postgresql:secret",
            })
    void refusesOtherFormsWithoutRepeatingThePassword(String text) {
        assertThatThrownBy(() -> DatabaseAddress.parse(text))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("milvaion.db.url")
                .hasMessageContaining("postgresql://user:password@host:port/database")
                .hasMessageNotContaining("secret");
    }

    private static Properties parsedByDriver(DatabaseAddress address) {
        var parsed = Driver.parseURL(address.jdbcUrl(), null);
        assertThat(parsed).as(address.jdbcUrl()).isNotNull();
        return parsed;
    }
}
