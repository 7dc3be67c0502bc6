package io.milvaion.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.tests.fuzz.Fuzz;
import io.milvaion.tests.http.Operation;
import io.milvaion.tests.http.Operations;
import io.milvaion.tests.http.RawHttp;
import io.milvaion.tests.http.RawRequest;
import java.net.URI;
import java.net.URL;
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
        var node = new RawHttp(URI.create(root.toString()));
        var operations = Operations.of(node);
        var fuzz = new Fuzz(node, operations, SEED);

        fuzz.run(REQUESTS);

        System.out.println(fuzz);
        assertThat(fuzz.faults()).as("%s", fuzz).isEmpty();
        for (var list : operations.all()) {
            if (isList(list)) {
                var answer = node.send(RawRequest.of("GET", list.path()));
                assertThat(answer.status()).as("%s: %s", list, answer).isEqualTo(200);
            }
        }
        fuzz.restore();
    }

    private static boolean isList(Operation operation) {
        return operation.method().equals("GET")
                && !operation.path().contains("{")
                && !operation.path().contains("cron");
    }
}
