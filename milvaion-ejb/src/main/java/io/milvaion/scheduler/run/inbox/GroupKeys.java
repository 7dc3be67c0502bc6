package io.milvaion.scheduler.run.inbox;

import io.milvaion.platform.config.InvalidSetting;
import io.milvaion.platform.config.KnownProtectionSettings;
import io.milvaion.platform.config.SecretFile;
import io.milvaion.platform.config.Setting;
import io.milvaion.platform.config.SettingsReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * By what worker groups prove themselves.
 *
 * @param keys of a group; several while they are rotated
 * @param users of the broker, of a group
 * @param unsigned whether groups without either are heard
 */
record GroupKeys(Map<String, Set<String>> keys, Map<String, Set<String>> users, boolean unsigned) {

    private static final Pattern KEY = Pattern.compile("[^\\s,]{32,1000}");
    private static final Pattern USER = Pattern.compile("[^\\s,]{1,255}");

    static GroupKeys from(SettingsReader settings) {
        var given = settings.given(KnownProtectionSettings.WORKERS_KEYS);
        var keys =
                given.isPresent()
                        ? given
                        : SecretFile.given(settings, KnownProtectionSettings.WORKERS_KEYS_FILE);
        return of(
                keys.orElse(""),
                settings.given(KnownProtectionSettings.WORKERS_USERS).orElse(""),
                settings.value(KnownProtectionSettings.WORKERS_UNSIGNED).equals("accept"));
    }

    /** Reads {@code group=value} divided by commas or lines; a group may come again. */
    static GroupKeys of(String keys, String users, boolean unsigned) {
        return new GroupKeys(
                read(KnownProtectionSettings.WORKERS_KEYS, keys, KEY),
                read(KnownProtectionSettings.WORKERS_USERS, users, USER),
                unsigned);
    }

    /** Whether some group has to prove itself. */
    boolean isOn() {
        return !unsigned || !keys.isEmpty() || !users.isEmpty();
    }

    /** Whether this group has to. */
    boolean concern(String group) {
        return !unsigned || keys.containsKey(group) || users.containsKey(group);
    }

    Set<String> keysOf(String group) {
        return keys.getOrDefault(group, Set.of());
    }

    boolean isUser(String group, String user) {
        return user != null && users.getOrDefault(group, Set.of()).contains(user);
    }

    private static Map<String, Set<String>> read(Setting<?> setting, String text, Pattern form) {
        var all = new HashMap<String, Set<String>>();
        for (var entry : entries(text)) {
            int equals = entry.indexOf('=');
            if (equals < 1 || !form.matcher(entry.substring(equals + 1)).matches()) {
                throw new InvalidSetting(setting, "(hidden)", "group=value, divided by commas");
            }
            all.computeIfAbsent(entry.substring(0, equals), group -> new HashSet<>())
                    .add(entry.substring(equals + 1));
        }
        return all;
    }

    private static List<String> entries(String text) {
        return Stream.of(text.split("[,\\s]+", -1)).filter(entry -> !entry.isEmpty()).toList();
    }

    @Override
    public String toString() {
        return "GroupKeys[groups=" + keys.keySet() + ", users=" + users + "]";
    }
}
