package io.milvaion.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.milvaion.tests.architecture.Production.CLASSES;

import org.junit.jupiter.api.Test;

class WorkerPackagesTest {

    private static final String WORKER = "io.milvaion.worker.runtime";

    @Test
    void roomsHaveNoCycles() {
        slices().matching(WORKER + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void whatEveryRoomKnowsKnowsNoRoom() {
        noClasses()
                .that()
                .resideInAPackage(WORKER)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(WORKER + ".*..")
                .check(CLASSES);
    }

    @Test
    void onlyTheWiringKnowsInstances() {
        noClasses()
                .that()
                .resideInAPackage(WORKER + "..")
                .and()
                .resideOutsideOfPackages(WORKER + ".instance", WORKER + ".boot")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(WORKER + ".instance", WORKER + ".boot")
                .check(CLASSES);
    }
}
