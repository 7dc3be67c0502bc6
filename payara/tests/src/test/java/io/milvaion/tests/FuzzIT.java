package io.milvaion.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.milvaion.launcher.rest.ApiKey;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.tests.fuzz.Fuzz;
import io.milvaion.tests.http.Operation;
import io.milvaion.tests.http.Operations;
import io.milvaion.tests.http.RawHttp;
import io.milvaion.tests.http.RawRequest;
import io.milvaion.tests.server.Milvaion;
import java.net.URI;
import java.net.URL;
import java.util.EnumSet;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever is sent, the node answers it, says what is wrong, and goes on. */
@ExtendWith(ArquillianExtension.class)
class FuzzIT {

    private static final int REQUESTS = Integer.getInteger("milvaion.fuzz.requests", 2_000);
    private static final long SEED = Long.getLong("milvaion.fuzz.seed", System.nanoTime());

    @ArquillianResource URL root;

    @Test
    void oddRequestsGetProblemsAndBreakNothing() throws Exception {
        var node = new RawHttp(URI.create(root.toString()), key());
        var operations = Operations.of(node);
        var fuzz = new Fuzz(node, operations, SEED);

        try {
            fuzz.run(REQUESTS);
        } finally {
            fuzz.restore();
            System.out.println(fuzz);
        }

        assertThat(fuzz.faults()).as("%s", fuzz).isEmpty();
        for (var list : operations.all()) {
            if (isList(list)) {
                var answer = node.send(RawRequest.of("GET", list.path()));
                assertThat(answer.status()).as("%s: %s", list, answer).isEqualTo(200);
            }
        }
    }

    /** It may do everything but change accounts: the other tests need theirs. */
    private ApiKey key() {
        try (var milvaion = new Milvaion(root)) {
            var body = JsonNodeFactory.instance.objectNode().put("name", "fuzz");
            for (var permission : EnumSet.complementOf(EnumSet.of(Permission.USER_WRITE))) {
                body.withArray("permissions").add(permission.id());
            }
            var made = milvaion.rest().post("api/v1/api-keys", body).expect(201);
            return new ApiKey(made.json().get("secret").textValue());
        }
    }

    private static boolean isList(Operation operation) {
        return operation.method().equals("GET")
                && !operation.path().contains("{")
                && !operation.needsQuery()
                && !operation.path().endsWith("/preview") // of what its query says
                && !operation.path().contains("/oidc/");
    }
}
