package io.milvaion.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static io.milvaion.tests.architecture.Production.CLASSES;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import org.junit.jupiter.api.Test;

class WritingEndpointsTest {

    /** Without it any type of body is taken, also those that a form of another site can send. */
    @Test
    void whatWritesSaysWhatItConsumes() {
        methods()
                .that()
                .areAnnotatedWith(POST.class)
                .or()
                .areAnnotatedWith(PUT.class)
                .or()
                .areAnnotatedWith(PATCH.class)
                .should()
                .beAnnotatedWith(Consumes.class)
                .check(CLASSES);
    }
}
