package io.milvaion.tests.server;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.subethamail.smtp.server.SMTPServer;

/** The mail server of the tests, and all that has come. */
public final class Mailbox {

    private static final List<Letter> LETTERS = new CopyOnWriteArrayList<>();

    /** A letter as it came over the line. */
    public record Letter(String to, String text) {}

    private Mailbox() {}

    /** Takes mail from now on; tells at which port. */
    static int open() {
        var server =
                SMTPServer.port(0)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .messageHandler(
                                (context, from, to, data) ->
                                        LETTERS.add(
                                                new Letter(
                                                        to,
                                                        new String(data, StandardCharsets.UTF_8))))
                        .build();
        server.start();
        return server.getPortAllocated();
    }

    /** What has come for somebody, in order. */
    public static List<Letter> of(String address) {
        return LETTERS.stream().filter(letter -> letter.to().equals(address)).toList();
    }
}
