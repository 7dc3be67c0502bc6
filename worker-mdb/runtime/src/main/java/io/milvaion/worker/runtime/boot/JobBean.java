package io.milvaion.worker.runtime.boot;

import io.milvaion.worker.sdk.Job;
import io.milvaion.worker.sdk.JobContext;
import io.milvaion.worker.sdk.JobResult;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Gets a job from the container for each attempt, and gives it back afterwards when it is the
 * attempt's own. The request scope is active meanwhile.
 */
final class JobBean implements Job {

    private final Instance<? extends Job> bean;
    private final Instance<RequestContextController> requestContexts;
    private final Queue<RequestContextController> idle =
            new ConcurrentLinkedQueue<>(); // kept, for they are costly to make

    JobBean(Instance<? extends Job> bean, Instance<RequestContextController> requestContexts) {
        this.bean = bean;
        this.requestContexts = requestContexts;
    }

    @Override
    public JobResult execute(JobContext context) throws Exception {
        var free = idle.poll();
        var requestContext = free == null ? requestContexts.get() : free;
        boolean activated = requestContext.activate();
        try {
            return executeBean(context);
        } finally {
            if (activated) {
                requestContext.deactivate();
            }
            idle.add(requestContext);
        }
    }

    private JobResult executeBean(JobContext context) throws Exception {
        Instance.Handle<? extends Job> handle = bean.getHandle();
        try {
            return handle.get().execute(context);
        } finally {
            if (handle.getBean().getScope() == Dependent.class) {
                handle.destroy();
            }
        }
    }
}
