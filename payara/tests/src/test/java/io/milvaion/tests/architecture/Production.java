package io.milvaion.tests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;

/** The classes of all modules that are deployed. */
final class Production {

    static final String CONTRACT = "io.milvaion.contract..";
    static final String PLATFORM = "io.milvaion.platform..";
    static final String SDK = "io.milvaion.worker.sdk..";
    static final String RUNTIME = "io.milvaion.worker.runtime..";
    static final String JOBS = "io.milvaion.worker.jobs..";
    static final String EJB = "io.milvaion.scheduler..";
    static final String WEB = "io.milvaion.web..";

    static final List<String> MODULES = List.of(CONTRACT, PLATFORM, SDK, RUNTIME, JOBS, EJB, WEB);

    static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .importPackages(
                            MODULES.stream().map(p -> p.substring(0, p.length() - 2)).toList());

    private Production() {}

    /** The jar or directory that a class was read from. */
    static String location(JavaClass type) {
        String file = type.getSource().orElseThrow().getUri().toString();
        return file.substring(0, file.length() - (type.getName() + ".class").length());
    }
}
