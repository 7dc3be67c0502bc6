package io.milvaion.tests.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.people.role.BuiltInRole;
import io.milvaion.tests.server.Milvaion;
import io.milvaion.tests.server.Rest;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.Locale;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every role of the product calls everything that the description of the API names. */
@ExtendWith(ArquillianExtension.class)
class RoleMatrixIT {

    @ArquillianResource URL url;
    private Milvaion admin;

    @BeforeEach
    void connect() {
        admin = new Milvaion(url);
    }

    @AfterEach
    void deleteJobs() {
        admin.close();
    }

    @Test
    void theDescriptionNamesEveryEndpoint() {
        var described = new ArrayList<String>();
        var description = admin.rest().get("openapi", "Accept", "application/json").expect(200);
        for (var path : description.json().get("paths").properties()) {
            for (var verb : path.getValue().properties()) {
                described.add(verb.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
            }
        }

        assertThat(described).containsAll(Endpoint.all().stream().map(Endpoint::name).toList());
    }

    @ParameterizedTest
    @EnumSource(BuiltInRole.class)
    void aRoleIsRefusedExactlyWhatItDoesNotPermit(BuiltInRole role) {
        var session = Person.with(URI.create(url.toString()), admin, role.title()).login();

        for (var endpoint : Endpoint.all()) {
            if (endpoint.needs() != null) {
                int status = endpoint.call(session).status();
                assertThat(status).as("%s calls %s", role, endpoint.name()).isNotEqualTo(401);
                assertThat(status == 403)
                        .as("%s calls %s and gets %d", role, endpoint.name(), status)
                        .isEqualTo(!endpoint.isOpenTo(role.permissions()));
                assertThat(status).as("%s calls %s", role, endpoint.name()).isLessThan(500);
            }
        }
    }

    @Test
    void strangersAreRefusedEverything() {
        var stranger = new Rest(URI.create(url.toString()), null);

        for (var endpoint : Endpoint.all()) {
            if (endpoint.needs() != null) {
                assertThat(endpoint.call(stranger).status()).as(endpoint.name()).isEqualTo(401);
            }
        }
    }

    static int call(Rest caller, Endpoint endpoint, String id) {
        return endpoint.call(caller, id).status();
    }
}
