package io.milvaion.tests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static io.milvaion.tests.architecture.Production.CLASSES;
import static io.milvaion.tests.architecture.Production.RUNTIME;

import io.milvaion.platform.config.Setting;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.platform.log.QuietFilter;
import io.milvaion.scheduler.run.dispatch.DispatchHeartbeat;
import jakarta.ejb.Schedule;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerService;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

class ForbiddenCallsTest {

    private static final String PLATFORM_LOOP = "io.milvaion.platform.loop";

    @Test
    void logIsWrittenBySystemLogger() {
        noClasses()
                .that(not(type(QuietFilter.class))) // writes nothing: keeps others from repeating
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.jboss.logging..")
                .check(CLASSES);
    }

    @Test
    void nothingIsPrinted() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
    }

    /** Whoever waits must hear of the end: by the rest of a loop, a lock, a queue or a latch. */
    @Test
    void nobodySleepsButJobsWhoseWorkItIs() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.milvaion.worker.jobs.sample..")
                .should()
                .callMethodWhere(
                        target(owner(assignableTo(Thread.class).or(assignableTo(TimeUnit.class))))
                                .and(target(name("sleep"))))
                .orShould()
                .callMethodWhere(
                        target(owner(assignableTo(LockSupport.class)))
                                .and(target(nameMatching("park.*"))))
                .check(CLASSES);
    }

    @Test
    void periodicWorkIsALoop() {
        noClasses()
                .that(not(type(DispatchHeartbeat.class))) // promised: a timer of the container
                .should()
                .dependOnClassesThat(
                        assignableTo(ScheduledExecutorService.class)
                                .or(assignableTo(Timer.class))
                                .or(assignableTo(TimerTask.class))
                                .or(assignableTo(TimerService.class))
                                .or(assignableTo(Schedule.class))
                                .or(assignableTo(Timeout.class)))
                .check(CLASSES);
    }

    /** The threads of a worker are its own affair: it stops them in its own order. */
    @Test
    void threadsAreStartedByLoops() {
        noClasses()
                .that()
                .resideOutsideOfPackages(PLATFORM_LOOP, RUNTIME)
                .should()
                .callMethodWhere(
                        target(owner(assignableTo(ThreadFactory.class)))
                                .and(target(name("newThread"))))
                .check(CLASSES);
    }

    @Test
    void threadsComeFromTheContainer() {
        noClasses()
                .should()
                .callConstructorWhere(target(owner(assignableTo(Thread.class))))
                .check(CLASSES);
    }

    /**
     * Java's own rules of time zones are of the day on which it was built: libraries have these.
     */
    @Test
    void zonesComeFromOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.milvaion.scheduler.time.zone",
                        "io.milvaion.scheduler.time.ical",
                        "io.milvaion.scheduler.declare.rule")
                .and()
                .resideInAnyPackage("io.milvaion.scheduler..", "io.milvaion.web..")
                .should()
                .callMethodWhere(
                        target(owner(assignableTo(ZoneId.class)))
                                .and(target(nameMatching("of|from|systemDefault|getRules"))))
                .orShould()
                .callMethodWhere(target(owner(assignableTo(ZoneRulesProvider.class))))
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

    /** So that one place decides whether Redis is one server, Sentinel or a cluster. */
    @Test
    void redisIsKnownByTheFaceOfAllItsClients() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.milvaion.platform.redis")
                .should()
                .dependOnClassesThat(
                        assignableTo(UnifiedJedis.class).and(not(type(UnifiedJedis.class))))
                .check(CLASSES);
    }
}
