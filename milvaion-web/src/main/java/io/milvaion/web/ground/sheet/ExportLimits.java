package io.milvaion.web.ground.sheet;

import static io.milvaion.platform.config.KnownSettings.EXPORT_MAX_ROWS;
import static io.milvaion.platform.config.KnownSettings.EXPORT_MAX_SECONDS;

import io.milvaion.platform.config.SettingsReader;
import java.time.Duration;

/** How far one export goes. */
public record ExportLimits(long rows, Duration time) {

    public static ExportLimits from(SettingsReader settings) {
        return new ExportLimits(
                settings.value(EXPORT_MAX_ROWS),
                Duration.ofSeconds(settings.value(EXPORT_MAX_SECONDS)));
    }
}
