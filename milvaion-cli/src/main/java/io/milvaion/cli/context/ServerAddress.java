package io.milvaion.cli.context;

import io.milvaion.cli.Mistake;
import java.net.URI;

/** Addresses as users write them. */
final class ServerAddress {

    private ServerAddress() {}

    static URI parsed(String text) {
        try {
            return URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw new Mistake(text + " is no address: " + e.getMessage(), e);
        }
    }

    /**
     * With a slash at the end, so that what is below it can be resolved.
     *
     * @throws Mistake unless it is {@code http} or {@code https} with a host
     */
    static URI checked(URI address) {
        var scheme = address.getScheme();
        if (address.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new Mistake(
                    "Write the address as http://HOST:PORT/ or https://HOST/PATH/, not " + address);
        }
        if (address.getRawUserInfo() != null || address.getRawQuery() != null) {
            throw new Mistake("An address has neither a user nor a query: " + address.getHost());
        }
        var text = address.toString();
        return text.endsWith("/") ? address : URI.create(text + "/");
    }
}
