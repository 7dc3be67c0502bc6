package io.milvaion.web.ground.limit;

import io.milvaion.platform.config.Setting;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.web.ground.limit.Buckets.Taken;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * A limit with its name, told in the fields of the Internet draft
 * draft-ietf-httpapi-ratelimit-headers-10.
 */
record RequestLimit(String name, long quota, Buckets buckets) {

    /** A bucket holds what is granted in this time. */
    private static final int WINDOW_SECONDS = 10;

    /** Empty if the setting is 0. */
    static Optional<RequestLimit> from(
            SettingsReader settings, Setting<Integer> setting, String name) {
        int perSecond = settings.value(setting);
        return perSecond == 0 ? Optional.empty() : Optional.of(of(name, perSecond));
    }

    static RequestLimit of(String name, int perSecond) {
        long quota = (long) perSecond * WINDOW_SECONDS;
        return new RequestLimit(name, quota, new Buckets(perSecond, quota, System::nanoTime));
    }

    /** Takes a token, and says in the answer how it stands. */
    Taken take(String payer, HttpServletResponse response) {
        var taken = buckets.take(payer);
        response.addHeader(
                "RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(name, quota, WINDOW_SECONDS));
        response.addHeader(
                "RateLimit",
                "\"%s\";r=%d;t=%d".formatted(name, taken.left(), taken.fullAfterSeconds()));
        return taken;
    }
}
