package io.milvaion.worker.runtime.boot;

import io.milvaion.platform.config.SettingsReader;
import io.milvaion.worker.runtime.WorkerSettings;
import io.milvaion.worker.runtime.job.JobDefinition;
import io.milvaion.worker.sdk.Job;
import io.milvaion.worker.sdk.JobConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The beans of this application that run jobs. */
@ApplicationScoped
class JobBeans {

    @Inject @Any Instance<Job> beans;
    @Inject Instance<RequestContextController> requestContexts;

    /**
     * @param worker what holds for the whole worker
     * @throws IllegalStateException if two classes have one job type
     */
    List<JobDefinition> definitions(WorkerSettings worker, SettingsReader settings) {
        Map<String, JobDefinition> byType = new TreeMap<>();
        for (Instance.Handle<Job> handle : beans.handles()) {
            Class<?> jobClass = handle.getBean().getBeanClass();
            if (jobClass.isAnnotationPresent(JobConsumer.class)) {
                var definition = JobDefinition.of(jobClass, beanOf(jobClass), worker, settings);
                var other = byType.put(definition.type().name(), definition);
                if (other != null) {
                    throw new IllegalStateException(
                            "two classes run jobs of type %s: %s and %s"
                                    .formatted(
                                            definition.type(),
                                            other.className(),
                                            definition.className()));
                }
            }
        }
        return List.copyOf(byType.values());
    }

    private JobBean beanOf(Class<?> jobClass) {
        return new JobBean(
                beans.select(jobClass.asSubclass(Job.class), Any.Literal.INSTANCE),
                requestContexts);
    }
}
