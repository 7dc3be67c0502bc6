package io.milvaion.tests.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static io.milvaion.tests.architecture.Production.CLASSES;

import io.milvaion.platform.config.Setting;
import io.milvaion.platform.config.SettingsReader;
import org.junit.jupiter.api.Test;

class ForbiddenCallsTest {

    @Test
    void logIsWrittenBySystemLogger() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.jboss.logging..")
                .check(CLASSES);
    }

    @Test
    void nothingIsPrinted() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
    }

    @Test
    void nobodyWaitsByThreadSleep() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(CLASSES);
    }

    @Test
    void threadsComeFromTheContainer() {
        noClasses()
                .should()
                .callConstructorWhere(target(owner(assignableTo(Thread.class))))
                .check(CLASSES);
    }

    /** So that nobody reads a setting by a key of their own. */
    @Test
    void settingsAreReadByTheReaderAndWithWhatIsListed() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.milvaion.platform.config")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.microprofile.config..")
                .orShould()
                .callConstructorWhere(target(owner(assignableTo(Setting.class))))
                .orShould()
                .callConstructorWhere(target(owner(assignableTo(SettingsReader.class))))
                .check(CLASSES);
    }
}
