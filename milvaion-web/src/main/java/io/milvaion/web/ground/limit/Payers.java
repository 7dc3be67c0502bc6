package io.milvaion.web.ground.limit;

import io.milvaion.scheduler.people.secret.RandomText;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who pays for a request. What a request shows is known here by a hash once it was found good: that
 * says whose bucket to take from, and nothing else. Safe to share.
 */
final class Payers {

    private static final int MOST = 10_000;
    private static final int NETWORK_BYTES = 8;

    private final Map<String, String> accounts =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(16, .75f, true) {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                            return size() > MOST;
                        }
                    });

    /** The account whose this is, or null while that is not known. */
    String account(String shown) {
        return accounts.get(mark(shown));
    }

    void learn(String shown, String account) {
        accounts.put(mark(shown), account);
    }

    void forget(String shown) {
        accounts.remove(mark(shown));
    }

    /** An address; of IPv6 the network, since one line has 2^64 of them. */
    static String address(String remote) {
        if (!remote.contains(":")) {
            return remote;
        }
        try {
            byte[] bytes = InetAddress.getByName(unscoped(remote)).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
        } catch (UnknownHostException e) { // no address in digits: the server would have to err
            return remote;
        }
    }

    /** Without the interface that an address of a link stands with. */
    private static String unscoped(String remote) {
        return remote.replaceFirst("%.*", "");
    }

    private static String mark(String shown) {
        return HexFormat.of().formatHex(RandomText.hash(shown));
    }
}
