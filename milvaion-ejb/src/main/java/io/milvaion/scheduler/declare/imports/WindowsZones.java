package io.milvaion.scheduler.declare.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Time zones as Windows calls them. */
final class WindowsZones {

    private static final Properties NAMES = new Properties();

    static {
        try (var file = WindowsZones.class.getResourceAsStream("windows-zones.properties")) {
            NAMES.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WindowsZones() {}

    /** The name that others know; a name that Windows does not have stays as it is. */
    static String iana(String name) {
        return NAMES.getProperty(name, name);
    }
}
