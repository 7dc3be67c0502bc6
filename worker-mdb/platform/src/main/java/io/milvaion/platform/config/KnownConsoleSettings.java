package io.milvaion.platform.config;

import static io.milvaion.platform.config.Setting.flag;
import static io.milvaion.platform.config.Setting.matching;
import static io.milvaion.platform.config.Setting.number;

import java.util.ArrayList;
import java.util.List;

/** What people see: the part of {@link KnownSettings} by which they know an installation. */
public final class KnownConsoleSettings {

    static final List<Setting<?>> LISTED = new ArrayList<>();

    private static final String SHORT_TEXT = "1 to 60 characters";

    public static final Setting<String> CONSOLE_NAME =
            listed(
                    matching("milvaion.console.name", SHORT_TEXT, ".{1,60}").initially("Milvaion"),
                    "What this installation is called in the console");
    public static final Setting<String> CONSOLE_COLOUR =
            listed(
                    matching(
                            "milvaion.console.colour",
                            "`#` and six hexadecimal digits",
                            "#[0-9A-Fa-f]{6}"),
                    "Colour by which people know this installation in the console");
    public static final Setting<String> CONSOLE_ENVIRONMENT =
            listed(
                    matching("milvaion.console.environment", SHORT_TEXT, ".{1,60}"),
                    "Which environment this is, such as `Staging`, on every page of the console");
    public static final Setting<Boolean> CONSOLE_PRODUCTION =
            listed(
                    flag("milvaion.console.production").initially(false),
                    "Whether this is production, around which the console draws a red frame");
    public static final Setting<Integer> ATTENTION_QUEUE_SECONDS =
            listed(
                    number("milvaion.attention.queue-seconds", 1, 86_400).initially(60),
                    "From what age on of its oldest run a queue is in the list of what is wrong");

    private KnownConsoleSettings() {}

    private static <T> Setting<T> listed(Setting<T> setting, String meaning) {
        var complete = setting.meaning(meaning);
        LISTED.add(complete);
        return complete;
    }
}
