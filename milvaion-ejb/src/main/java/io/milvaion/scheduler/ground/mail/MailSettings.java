package io.milvaion.scheduler.ground.mail;

import io.milvaion.platform.config.KnownProtectionSettings;
import io.milvaion.platform.config.SettingsReader;
import java.util.Optional;
import java.util.Properties;

/**
 * How the mail server is reached; keys {@code milvaion.mail.*}.
 *
 * @param encryption {@code starttls}, {@code tls} or {@code none}
 * @param user null: without a login
 * @param from sender of everything
 */
record MailSettings(
        String host, int port, String encryption, String user, String password, String from) {

    private static final String LIMIT_MILLIS = "10000";

    /** Empty if there is no mail server. */
    static Optional<MailSettings> from(SettingsReader settings) {
        return settings.given(KnownProtectionSettings.MAIL_HOST)
                .map(
                        host ->
                                new MailSettings(
                                        host,
                                        settings.value(KnownProtectionSettings.MAIL_PORT),
                                        settings.value(KnownProtectionSettings.MAIL_ENCRYPTION),
                                        settings.given(KnownProtectionSettings.MAIL_USER)
                                                .orElse(null),
                                        settings.given(KnownProtectionSettings.MAIL_PASSWORD)
                                                .orElse(null),
                                        settings.value(KnownProtectionSettings.MAIL_FROM)));
    }

    /** What Jakarta Mail calls it. A server that does not encrypt as it should gets nothing. */
    Properties properties() {
        var properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        properties.setProperty("mail.smtp.auth", Boolean.toString(user != null));
        properties.setProperty("mail.smtp.ssl.enable", is("tls"));
        properties.setProperty("mail.smtp.starttls.enable", is("starttls"));
        properties.setProperty("mail.smtp.starttls.required", is("starttls"));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", LIMIT_MILLIS);
        properties.setProperty("mail.smtp.timeout", LIMIT_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", LIMIT_MILLIS);
        return properties;
    }

    private String is(String word) {
        return Boolean.toString(encryption.equals(word));
    }

    @Override
    public String toString() {
        return "MailSettings[host=" + host + ", port=" + port + ", encryption=" + encryption + "]";
    }
}
