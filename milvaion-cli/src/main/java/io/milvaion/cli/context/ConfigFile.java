package io.milvaion.cli.context;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.milvaion.cli.Mistake;
import io.milvaion.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Where contexts are kept. It holds keys, so that nobody but its owner may read it. */
public record ConfigFile(Path path) {

    private static final YAMLMapper YAML = new YAMLMapper();

    /** {@code MILVAION_CONFIG}, or the place that the XDG Base Directory Specification names. */
    public static ConfigFile of(Terminal terminal) {
        var named = terminal.variable("MILVAION_CONFIG");
        if (named != null) {
            return new ConfigFile(Path.of(named));
        }
        var xdg = terminal.variable("XDG_CONFIG_HOME");
        var base = xdg != null ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".config");
        return new ConfigFile(base.resolve("milvaion").resolve("config.yaml"));
    }

    public Config read() {
        if (!Files.exists(path)) {
            return Config.EMPTY;
        }
        try {
            var read = YAML.readValue(path.toFile(), Config.class);
            return read == null ? Config.EMPTY : read;
        } catch (IOException e) {
            throw new Mistake(path + " can't be read: " + e.getMessage(), e);
        }
    }

    /** All or nothing: whoever reads it meanwhile sees the old one or the new one. */
    public void write(Config config) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            var draft =
                    Files.createTempFile(
                            path.toAbsolutePath().getParent(), "config", ".new", owner());
            YAML.writeValue(draft.toFile(), config);
            Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Mistake(path + " can't be written: " + e.getMessage(), e);
        }
    }

    private FileAttribute<?>[] owner() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
