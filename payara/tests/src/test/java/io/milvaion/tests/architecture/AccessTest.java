package io.milvaion.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.milvaion.tests.architecture.Production.CLASSES;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.web.ground.access.CurrentCaller;
import io.milvaion.web.ground.access.ForAnybody;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.access.Within;
import io.milvaion.web.ground.audit.Records;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Everything that can be called says who may call it. */
class AccessTest {

    /** What anybody may call: nobody has logged in before. */
    private static final Set<String> OPEN =
            Set.of(
                    "LoginResource.login",
                    "LoginResource.refresh",
                    "LoginResource.logout",
                    "ForgottenResource.forgotten",
                    "ForgottenResource.reset",
                    "OidcResource.login",
                    "OidcResource.callback",
                    "WayResource.list",
                    "SettingsResource.branding");

    /** What shows no jobs. */
    private static final Set<String> SHOWING_NO_JOBS =
            Set.of(
                    "CronResource.preview",
                    "SchedulePreviewResource.preview",
                    "CalendarResource.list",
                    "CalendarResource.read",
                    "CalendarResource.year",
                    "HolidayResource.countries",
                    "HolidayResource.holidays");

    /** Methods of {@link CurrentCaller} by which one gets what a caller reaches. */
    private static final Set<String> NARROWING = Set.of("reach", "writing");

    private static final java.nio.file.Path WEB_XML =
            java.nio.file.Path.of("../../milvaion-web/src/main/webapp/WEB-INF/web.xml");

    @Test
    void everyResourceMethodSaysWhatItNeeds() {
        var methods = resourceMethods();

        assertThat(methods).hasSizeGreaterThan(50);
        assertThat(methods)
                .allSatisfy(
                        method ->
                                assertThat(
                                                method.isAnnotatedWith(Needs.class)
                                                        ^ method.isAnnotatedWith(ForAnybody.class))
                                        .as("%s has @Needs or @ForAnybody", method.getFullName())
                                        .isTrue());
    }

    /** The server has everybody authenticated for them, beside what the application does. */
    @Test
    void annotationsOfTheServerAreNotMixedIn() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.annotation.security")
                .check(CLASSES);
    }

    @Test
    void onlyALoginIsForAnybody() {
        assertThat(resourceMethods())
                .filteredOn(method -> method.isAnnotatedWith(ForAnybody.class))
                .extracting(AccessTest::name)
                .containsExactlyInAnyOrderElementsOf(OPEN);
    }

    /** With that word a refusal is recorded; what is done is found by the walk of the audit. */
    @Test
    void everyMethodThatWritesHasAWordForTheAudit() {
        assertThat(resourceMethods())
                .filteredOn(method -> !method.isAnnotatedWith("jakarta.ws.rs.GET"))
                .allSatisfy(
                        method ->
                                assertThat(method.tryGetAnnotationOfType(Records.class))
                                        .as(method.getFullName())
                                        .hasValueSatisfying(
                                                records ->
                                                        assertThat(records.value())
                                                                .matches(
                                                                        "([a-zA-Z]+\\.[a-zA-Z]+)?")));
    }

    /** Who only reads may call what changes something, where nothing but GET is asked for. */
    @Test
    void whatChangesSomethingNeedsMoreThanReading() {
        assertThat(resourceMethods())
                .filteredOn(method -> !method.isAnnotatedWith("jakarta.ws.rs.GET"))
                .filteredOn(method -> method.isAnnotatedWith(Needs.class))
                .allSatisfy(
                        method ->
                                assertThat(method.getAnnotationOfType(Needs.class).value())
                                        .as(method.getFullName())
                                        .noneMatch(p -> p.id().endsWith(".Read")));
    }

    /** Who is limited to some jobs would be refused; here somebody has to have thought of them. */
    @Test
    void whatNeedsAPermissionOnJobsSaysHowItKeepsWithinALimit() {
        assertThat(resourceMethods())
                .filteredOn(method -> method.isAnnotatedWith(Needs.class))
                .allSatisfy(
                        method ->
                                assertThat(method.isAnnotatedWith(Within.class))
                                        .as("%s has @Within", method.getFullName())
                                        .isEqualTo(
                                                Arrays.stream(
                                                                method.getAnnotationOfType(
                                                                                Needs.class)
                                                                        .value())
                                                        .anyMatch(Permission::isOfJobs)));
    }

    /** Without an id in its path it has to narrow itself what it shows. */
    @Test
    void whatKeepsWithinALimitByItselfAsksForIt() {
        assertThat(resourceMethods())
                .filteredOn(method -> method.isAnnotatedWith(Within.class))
                .filteredOn(method -> method.getAnnotationOfType(Within.class).value().length == 0)
                .filteredOn(method -> !SHOWING_NO_JOBS.contains(name(method)))
                .allSatisfy(
                        method ->
                                assertThat(method.getMethodCallsFromSelf())
                                        .as(
                                                "%s asks CurrentCaller what is reached",
                                                method.getFullName())
                                        .anyMatch(
                                                call ->
                                                        NARROWING.contains(
                                                                        call.getTarget().getName())
                                                                && call.getTargetOwner()
                                                                        .isEquivalentTo(
                                                                                CurrentCaller
                                                                                        .class)));
    }

    @Test
    void everyServletIsConstrainedInTheDescriptor() throws IOException {
        var constrained = all("<url-pattern>([^<]*)</url-pattern>");
        var served =
                CLASSES.stream()
                        .filter(type -> type.isAnnotatedWith(WebServlet.class))
                        .flatMap(type -> Arrays.stream(paths(type)))
                        .filter(path -> !path.equals("/problem")) // reached by errors only
                        .toList();

        assertThat(served).contains("/metrics");
        assertThat(served)
                .allMatch(path -> constrained.contains(path) || path.startsWith("/.well-known/"));
        assertThat(constrained).as("what nobody names is refused").contains("/*");
    }

    @Test
    void theContainersRolesAreThePermissions() throws IOException {
        assertThat(all("<security-role><role-name>([^<]*)</role-name>"))
                .containsExactlyElementsOf(
                        Arrays.stream(Permission.values()).map(Permission::id).toList());
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }

    private static List<JavaMethod> resourceMethods() {
        return CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(
                        method ->
                                method.isMetaAnnotatedWith(
                                        DescribedPredicate.describe(
                                                "a method of HTTP",
                                                a ->
                                                        a.getRawType()
                                                                .isEquivalentTo(HttpMethod.class))))
                .toList();
    }

    private static String[] paths(JavaClass servlet) {
        return servlet.getAnnotationOfType(WebServlet.class).value();
    }

    private static List<String> all(String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(WEB_XML))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toList());
    }
}
