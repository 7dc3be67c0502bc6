package io.milvaion.bench;

import io.milvaion.contract.RedisKeys;
import io.milvaion.embedded.ServiceUrls;
import java.nio.file.Path;

/**
 * What a node runs, and where it keeps its data.
 *
 * @param title in reports
 * @param directory of its first node, below the bench's
 */
record Build(String title, String directory, Path war, ServiceUrls urls, RedisKeys keys) {

    /** This checkout's, with the data of the services as they are. */
    static Build present(Options options, ServiceUrls urls) {
        return new Build(
                Results.MILVAION,
                "node",
                options.war(),
                urls,
                new RedisKeys(RedisKeys.DEFAULT_PREFIX));
    }
}
