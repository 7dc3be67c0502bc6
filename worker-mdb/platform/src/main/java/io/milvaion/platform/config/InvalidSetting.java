package io.milvaion.platform.config;

/** A setting has a value that is not allowed; the application must not start with it. */
public class InvalidSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidSetting(Setting<?> setting, Object value, String allowed) {
        this(setting.key(), value, allowed);
    }

    InvalidSetting(String key, Object value, String allowed) {
        super("setting " + key + " is \"" + value + "\"; allowed: " + allowed);
    }

    /**
     * @param place the file and the place in it, or the environment variable
     */
    InvalidSetting(String place, String problem) {
        super(place + ": " + problem);
    }
}
