package io.milvaion.worker.runtime.boot;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.net.MalformedURLException;
import java.util.EnumSet;
import java.util.Set;

/** Gives a {@link WorkerPage} to an application that has no page of its own. */
public final class WorkerPageSetup implements ServletContainerInitializer {

    @Override
    public void onStartup(Set<Class<?>> none, ServletContext application) throws ServletException {
        try {
            if (application.getResource("/index.html") == null) {
                application
                        .addFilter("milvaion-worker", WorkerPage.class)
                        .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
            }
        } catch (MalformedURLException e) {
            throw new ServletException(e);
        }
    }
}
