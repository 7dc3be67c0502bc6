package io.milvaion.web.see.ops;

import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.worker.runtime.WorkerStatistics;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The metrics of this node for Prometheus. The server's own are at another path. */
@WebServlet("/metrics")
public class MetricsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject transient Metrics metrics;
    @Inject transient WorkerStatistics worker;

    private transient ExpositionFormats formats;

    @Override
    public void init() {
        formats = ExpositionFormats.init();
        WorkerMetrics.register(worker, metrics.registry());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var writer = formats.findWriter(request.getHeader("Accept"));
        response.setContentType(writer.getContentType());
        response.setHeader("Cache-Control", "no-store");
        writer.write(response.getOutputStream(), metrics.registry().scrape());
    }
}
