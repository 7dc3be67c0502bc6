package io.milvaion.tests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.milvaion.tests.architecture.Production.CLASSES;
import static io.milvaion.tests.architecture.Production.EJB;

import com.tngtech.archunit.base.DescribedPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulerPackagesTest {

    private static final String SCHEDULER = "io.milvaion.scheduler.";

    @Test
    void timetablesArePureJava() {
        noClasses()
                .that()
                .resideInAPackage(SCHEDULER + "schedule..")
                .should()
                .dependOnClassesThat(
                        DescribedPredicate.not(
                                resideInAnyPackage(
                                        "java..", "com.cronutils..", SCHEDULER + "schedule..")))
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"persistence", "index", "clock"})
    void groundKnowsNoFeature(String ground) {
        noClasses()
                .that()
                .resideInAPackage(SCHEDULER + ground)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(EJB)
                                .and(
                                        DescribedPredicate.not(
                                                resideInAnyPackage(
                                                        SCHEDULER + "persistence",
                                                        SCHEDULER + "index",
                                                        SCHEDULER + "clock"))))
                .check(CLASSES);
    }

    @Test
    void dispatchKnowsNothingOfTracking() {
        neverMeet("dispatch", "tracking");
    }

    @Test
    void trackingKnowsNothingOfDispatch() {
        neverMeet("tracking", "dispatch");
    }

    private static void neverMeet(String one, String other) {
        noClasses()
                .that()
                .resideInAPackage(SCHEDULER + one + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(SCHEDULER + other + "..")
                .check(CLASSES);
    }
}
