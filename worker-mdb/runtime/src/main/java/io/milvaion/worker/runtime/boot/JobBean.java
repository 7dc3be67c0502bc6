package io.milvaion.worker.runtime.boot;

import io.milvaion.worker.sdk.Job;
import io.milvaion.worker.sdk.JobContext;
import io.milvaion.worker.sdk.JobResult;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;

/**
 * Gets a job from the container for each attempt, and gives it back afterwards when it is the
 * attempt's own. The request scope is active meanwhile.
 */
record JobBean(Instance<? extends Job> bean, Instance<RequestContextController> requestContexts)
        implements Job {

    @Override
    public JobResult execute(JobContext context) throws Exception {
        var requestContext = requestContexts.get();
        boolean activated = requestContext.activate();
        try {
            Instance.Handle<? extends Job> handle = bean.getHandle();
            try {
                return handle.get().execute(context);
            } finally {
                if (handle.getBean().getScope() == Dependent.class) {
                    handle.destroy();
                }
            }
        } finally {
            if (activated) {
                requestContext.deactivate();
            }
            requestContexts.destroy(requestContext);
        }
    }
}
