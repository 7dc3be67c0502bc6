package io.milvaion.cli.http;

import io.milvaion.cli.Mistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whose certificates are believed. */
public record Trust(SSLContext tls) {

    /**
     * @param caFile certificates as PEM; null: the authorities of Java
     */
    public static Trust of(Path caFile) {
        try {
            return new Trust(caFile == null ? SSLContext.getDefault() : only(caFile));
        } catch (GeneralSecurityException | IOException e) {
            throw new Mistake("The certificates can't be used: " + e, e);
        }
    }

    private static SSLContext only(Path caFile) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var in = Files.newInputStream(caFile)) {
            for (var certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca-" + store.size(), certificate);
            }
        }
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
