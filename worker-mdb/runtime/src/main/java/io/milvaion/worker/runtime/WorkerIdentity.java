package io.milvaion.worker.runtime;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Who this worker process is.
 *
 * @param instanceId its name, for people and messages: group or host, and 8 random hex digits
 * @param group its worker group, or null
 * @param host the name of its machine
 * @param token 128 random bits in hex: what ties a claim to this process and no other
 */
public record WorkerIdentity(String instanceId, String group, String host, String token) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Makes a new identity; a restarted process is another instance. */
    public static WorkerIdentity create(String group) {
        var host = hostName();
        return new WorkerIdentity(
                (group == null ? host : group) + "-" + hex(4), group, host, hex(16));
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
