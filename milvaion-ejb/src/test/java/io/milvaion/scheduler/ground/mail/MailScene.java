package io.milvaion.scheduler.ground.mail;

import io.milvaion.scheduler.ground.metric.Metrics;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.server.SMTPServer;

/** An SMTP server, and the mailer of a node that sends there. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container here that would inject
public final class MailScene implements AutoCloseable {

    /** A letter as it has arrived. */
    public record Arrived(String to, String subject, String text) {}

    public final Mailer mailer = new Mailer();
    private final List<Arrived> letters = new CopyOnWriteArrayList<>();
    private final SMTPServer server;

    /** Without encryption and without a login. */
    public MailScene() {
        this(builder -> builder, "none", null, null);
    }

    /**
     * @param trusted what the mailer trusts, or null
     */
    MailScene(
            UnaryOperator<SMTPServer.Builder> server,
            String encryption,
            String user,
            SSLContext trusted) {
        this.server =
                server.apply(
                                SMTPServer.port(0)
                                        .bindAddress(InetAddress.getLoopbackAddress())
                                        .messageHandler((c, from, to, data) -> arrive(to, data)))
                        .build();
        this.server.start();
        var settings =
                new MailSettings(
                        "localhost",
                        this.server.getPortAllocated(),
                        encryption,
                        user,
                        "secret of " + user,
                        "milvaion@example.org");
        var properties = settings.properties();
        if (trusted != null) {
            properties.put("mail.smtp.ssl.socketFactory", trusted.getSocketFactory());
        }
        mailer.metrics = new Metrics();
        mailer.server = new MailServer(settings, properties);
        mailer.count();
    }

    /** Sends what waits, as the mailer's thread does. */
    public void deliver() {
        boolean more = true;
        while (more) {
            more = mailer.step().isZero();
        }
    }

    public List<Arrived> letters() {
        return List.copyOf(letters);
    }

    @Override
    public void close() {
        server.stop();
    }

    private void arrive(String to, byte[] data) {
        try {
            var session = Session.getInstance(new Properties());
            var message = new MimeMessage(session, new ByteArrayInputStream(data));
            letters.add(new Arrived(to, message.getSubject(), (String) message.getContent()));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
