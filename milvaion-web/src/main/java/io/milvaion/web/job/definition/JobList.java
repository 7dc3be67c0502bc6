package io.milvaion.web.job.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of jobs.
 *
 * @param nextCursor for {@code after=} of the next page; null at the end
 * @param total jobs in all pages, counted to 10,000 at most
 * @param totalIsLowerBound whether there are more than {@code total}
 */
public record JobList(
        List<JobView> items,
        @Nullable String nextCursor,
        long total,
        boolean totalIsLowerBound,
        @Schema(deprecated = true, description = "only if pages are counted")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                Integer page,
        @Schema(deprecated = true, description = "likewise")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                Integer size) {}
