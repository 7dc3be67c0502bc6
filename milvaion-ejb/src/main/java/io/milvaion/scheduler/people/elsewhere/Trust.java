package io.milvaion.scheduler.people.elsewhere;

import io.milvaion.platform.config.InvalidSetting;
import io.milvaion.platform.config.KnownElsewhereSettings;
import io.milvaion.platform.config.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whose certificates count when another system is asked. */
public final class Trust {

    private Trust() {}

    /**
     * @throws InvalidSetting if the file of authorities cannot be read
     */
    public static SSLContext from(SettingsReader settings) {
        var file = settings.given(KnownElsewhereSettings.ELSEWHERE_CA_FILE);
        try {
            return file.isEmpty() ? SSLContext.getDefault() : of(Path.of(file.get()));
        } catch (IOException | GeneralSecurityException e) {
            throw new InvalidSetting(
                    KnownElsewhereSettings.ELSEWHERE_CA_FILE,
                    file.orElse(""),
                    "a readable PEM file with certificates");
        }
    }

    private static SSLContext of(Path file) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var in = Files.newInputStream(file)) {
            for (var certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca" + store.size(), certificate);
            }
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
