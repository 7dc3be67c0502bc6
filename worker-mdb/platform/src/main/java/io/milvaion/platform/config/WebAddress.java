package io.milvaion.platform.config;

import java.net.URI;
import java.util.Set;

/** Where secrets may be sent to over HTTP. */
public final class WebAddress {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private WebAddress() {}

    /** Whether nobody on the way reads along: TLS, or nothing but this machine. */
    public static boolean isSafe(URI address) {
        if (address.getHost() == null
                || address.getUserInfo() != null
                || address.getFragment() != null) {
            return false;
        }
        return "https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && LOOPBACK.contains(address.getHost()));
    }
}
