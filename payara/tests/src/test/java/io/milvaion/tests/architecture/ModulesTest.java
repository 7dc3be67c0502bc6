package io.milvaion.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.milvaion.tests.architecture.Production.CLASSES;
import static io.milvaion.tests.architecture.Production.CONTRACT;
import static io.milvaion.tests.architecture.Production.EJB;
import static io.milvaion.tests.architecture.Production.JOBS;
import static io.milvaion.tests.architecture.Production.MODULES;
import static io.milvaion.tests.architecture.Production.PLATFORM;
import static io.milvaion.tests.architecture.Production.RUNTIME;
import static io.milvaion.tests.architecture.Production.SDK;
import static io.milvaion.tests.architecture.Production.WEB;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModulesTest {

    @Test
    void contractDependsOnNoOtherModule() {
        onlyKnows(CONTRACT);
    }

    @Test
    void contractUsesTheJavaLibraryOnly() {
        noClasses()
                .that()
                .resideInAPackage(CONTRACT)
                .should()
                .dependOnClassesThat(
                        DescribedPredicate.not(
                                JavaClass.Predicates.resideInAnyPackage(
                                        "java..", "javax.crypto..", CONTRACT)))
                .check(CLASSES);
    }

    @Test
    void platformKnowsTheContract() {
        onlyKnows(PLATFORM, CONTRACT);
    }

    @Test
    void sdkKnowsTheContract() {
        onlyKnows(SDK, CONTRACT);
    }

    @Test
    void runtimeKnowsWhatItRunsAndWhatItRunsOn() {
        onlyKnows(RUNTIME, SDK, PLATFORM, CONTRACT);
    }

    @Test
    void jobsKnowTheSdk() {
        onlyKnows(JOBS, SDK);
    }

    @Test
    void schedulerKnowsNothingOfWorkersAndPages() {
        onlyKnows(EJB, PLATFORM, CONTRACT);
    }

    @Test
    void webKnowsTheSchedulerAndWhatItIsDeployedWith() {
        onlyKnows(WEB, EJB, RUNTIME, PLATFORM, CONTRACT);
    }

    @ParameterizedTest
    @ValueSource(strings = {CONTRACT, PLATFORM, SDK, RUNTIME, JOBS, EJB, WEB})
    void everyModuleIsLookedAt(String module) {
        assertThat(CLASSES.that(JavaClass.Predicates.resideInAPackage(module))).isNotEmpty();
    }

    @Test
    void noPackageIsSplitOverTwoModules() {
        var locations =
                CLASSES.stream()
                        .collect(
                                groupingBy(
                                        JavaClass::getPackageName,
                                        mapping(Production::location, toSet())));

        assertThat(locations).allSatisfy((name, modules) -> assertThat(modules).hasSize(1));
    }

    private static void onlyKnows(String module, String... known) {
        var unknown = new ArrayList<>(MODULES);
        unknown.remove(module);
        unknown.removeAll(List.of(known));
        noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(unknown.toArray(String[]::new))
                .check(CLASSES);
    }
}
