package io.milvaion.tests.server;

import io.milvaion.tests.job.DeafJob;
import java.io.File;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR as it was built, and jobs for tests, on one server for all test classes. */
@ArquillianSuiteDeployment
public class Deployed {

    @Deployment(testable = false)
    public static WebArchive war() {
        return ShrinkWrap.createFromZipFile(
                        WebArchive.class, new File(System.getProperty("milvaion.tests.war")))
                .addPackage(DeafJob.class.getPackage());
    }
}
