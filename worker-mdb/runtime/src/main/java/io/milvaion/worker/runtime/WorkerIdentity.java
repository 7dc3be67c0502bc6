package io.milvaion.worker.runtime;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Who this worker process is.
 *
 * @param instanceId its name, for people and messages: the configured name, else group or host, and
 *     8 random hex digits
 * @param group its worker group, or null
 * @param host the name of its machine
 * @param token 128 random bits in hex: what ties a claim to this process and no other
 */
public record WorkerIdentity(String instanceId, String group, String host, String token) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Makes a new identity; a restarted process is another instance.
     *
     * @param configured its name, or null
     */
    static WorkerIdentity create(String configured, String group) {
        var host = hostName();
        var name = Stream.of(configured, group, host).filter(Objects::nonNull).findFirst();
        return new WorkerIdentity(name.orElseThrow() + "-" + hex(4), group, host, hex(16));
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) { // the machine does not know its own name
            return "worker";
        }
    }

    private static String hex(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
