package io.milvaion.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A key pair with a certificate that it has signed itself, made by the JDK's {@code keytool}.
 *
 * @param tls what a server with it uses
 * @param pem the certificate, as a file
 */
public record Certificate(SSLContext tls, Path pem) {

    private static final char[] PASSWORD = "changeit".toCharArray();

    /**
     * @param alternativeName such as {@code ip:127.0.0.1} or {@code dns:another.example}
     */
    public static Certificate of(String alternativeName) {
        var store = Path.of("target", "certificate-" + UUID.randomUUID() + ".p12");
        try {
            make(store, alternativeName);
            var keys = KeyStore.getInstance(store.toFile(), PASSWORD);
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD);
            var tls = SSLContext.getInstance("TLS");
            tls.init(managers.getKeyManagers(), null, null);
            return new Certificate(tls, pem(keys, store));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void make(Path store, String alternativeName) throws IOException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process =
                new ProcessBuilder(
                                List.of(
                                        keytool,
                                        "-genkeypair",
                                        "-alias",
                                        "it",
                                        "-keyalg",
                                        "EC",
                                        "-groupname",
                                        "secp256r1",
                                        "-dname",
                                        "CN=test",
                                        "-ext",
                                        "san=" + alternativeName,
                                        "-storetype",
                                        "PKCS12",
                                        "-keystore",
                                        store.toString(),
                                        "-storepass",
                                        new String(PASSWORD)))
                        .inheritIO()
                        .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool makes no key pair");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static Path pem(KeyStore keys, Path store)
            throws IOException, GeneralSecurityException {
        var text =
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getCertificate("it").getEncoded())
                        + "\n-----END CERTIFICATE-----\n";
        return Files.writeString(Path.of(store + ".pem"), text);
    }
}
