package io.milvaion.worker.runtime.boot;

import java.util.List;

/**
 * What a worker says of itself to whoever asks its address. Public for the bean's proxy.
 *
 * @param worker the instance's name in {@code GET /api/v1/workers} of a node; null if it runs no
 *     jobs
 * @param group its worker group, or null
 */
public record Self(String worker, String group, String version, List<String> jobTypes) {

    String text() {
        return """
                This is a Milvaion worker%s, version %s.
                It runs jobs of %s%s and has no REST interface: that is at the scheduler's nodes.
                Its health is at /health/ready.
                """
                .formatted(
                        worker == null ? "" : ", " + worker,
                        version,
                        jobTypes.isEmpty() ? "no type" : "type " + String.join(", ", jobTypes),
                        group == null ? "" : " for group " + group);
    }

    String html() {
        return "<!DOCTYPE html><title>Milvaion worker</title><pre>%s</pre>\n"
                .formatted(text().replace("&", "&amp;").replace("<", "&lt;"));
    }
}
