package io.milvaion.tests.server;

import io.milvaion.embedded.EmbeddedServices;
import io.milvaion.embedded.ServiceUrls;
import io.milvaion.launcher.rest.ApiKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Provides the services before the first test class and until after the last one: before Arquillian
 * reads its configuration, which hands their addresses to the server. Does nothing where no
 * directory for them is named, that is for unit tests.
 */
public final class Services implements LauncherSessionListener {

    private static final String DIRECTORY = "milvaion.tests.services";
    private static final String CONFIG = "milvaion.tests.config";
    private static final String MAIL_PORT = "milvaion.tests.mail-port";
    private static final String ROOT_KEY = "milvaion.root.api-key";
    private static final String ROOT_PASSWORD = "milvaion.root.password";

    private EmbeddedServices services;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String directory = System.getProperty(DIRECTORY);
        if (directory == null) {
            return;
        }
        try {
            services =
                    EmbeddedServices.start(
                            Path.of(directory),
                            ServiceUrls.fromEnvironment(System.getenv()),
                            System.out::println);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var urls = services.urls();
        System.setProperty("milvaion.db.url", urls.db());
        System.setProperty("milvaion.redis.url", urls.redis());
        System.setProperty("milvaion.rabbitmq.url", urls.rabbitmq());
        System.setProperty(CONFIG, settings(Path.of(directory)));
        System.setProperty(MAIL_PORT, Integer.toString(Mailbox.open()));
        System.setProperty(ROOT_KEY, ApiKey.random().text());
        System.setProperty(ROOT_PASSWORD, UUID.randomUUID().toString());
    }

    private static String settings(Path directory) {
        try {
            var file = directory.resolve("milvaion.json").toAbsolutePath();
            return Elsewhere.known().writeSettings(file).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A key of root, who may do everything. */
    public static ApiKey rootKey() {
        return new ApiKey(System.getProperty(ROOT_KEY));
    }

    /** Root's password where the database was empty before. */
    public static String rootPassword() {
        return System.getProperty(ROOT_PASSWORD);
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (services == null) {
            return;
        }
        try {
            services.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            services = null;
        }
    }
}
