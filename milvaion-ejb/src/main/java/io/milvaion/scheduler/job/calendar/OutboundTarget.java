package io.milvaion.scheduler.job.calendar;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An address elsewhere that this node may ask, looked up once: whoever connects takes the address
 * that was checked.
 *
 * @param host as it was listed
 */
record OutboundTarget(String host, int port, InetAddress address) {

    private static final int HTTPS = 443;

    /**
     * @param allowed names of hosts; addresses of a private network must be listed, too
     * @throws IOException if it may not be asked, or has no address
     */
    static OutboundTarget of(URI url, Set<String> allowed) throws IOException {
        var host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
        int port = url.getPort() < 0 ? HTTPS : url.getPort();
        if (!"https".equals(url.getScheme())
                || url.getRawUserInfo() != null
                || !isListed(host, allowed)) {
            throw new IOException("The host is not one of milvaion.calendars.allowed-hosts.");
        }
        var addresses = Arrays.asList(InetAddress.getAllByName(host));
        for (var address : addresses) {
            if (isSpecial(address) && !allowed.contains(address.getHostAddress())) {
                throw new IOException(
                        "The host has an address of a private network, which is not one of"
                                + " milvaion.calendars.allowed-hosts.");
            }
        }
        return new OutboundTarget(host, port, addresses.get(0));
    }

    private static boolean isListed(String host, Set<String> allowed) {
        return allowed.contains(host)
                || allowed.stream()
                        .filter(one -> one.startsWith("*."))
                        .anyMatch(one -> host.endsWith(one.substring(1)));
    }

    /** Whether an address is not one of the open Internet. */
    static boolean isSpecial(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet4Address && isSpecial(address.getAddress()))
                || (address instanceof Inet6Address && isSpecialV6(address.getAddress()));
    }

    /** 0/8, 100.64/10 (of carriers, and of metadata), 192.0.0/24, 198.18/15, 240/4. */
    private static boolean isSpecial(byte[] address) {
        int first = address[0] & 0xff;
        int second = address[1] & 0xff;
        return first == 0
                || first >= 240
                || (first == 100 && (second & 0xc0) == 64)
                || (first == 192 && second == 0 && address[2] == 0)
                || (first == 198 && (second & 0xfe) == 18);
    }

    /** fc00::/7, and those that carry an address of version 4: 64:ff9b::/96, 2002::/16. */
    private static boolean isSpecialV6(byte[] address) {
        return (address[0] & 0xfe) == 0xfc
                || startsWith(address, List.of(0x00, 0x64, 0xff, 0x9b))
                || startsWith(address, List.of(0x20, 0x02))
                || startsWith(address, List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    private static boolean startsWith(byte[] address, List<Integer> bytes) {
        for (int i = 0; i < bytes.size(); i++) {
            if ((address[i] & 0xff) != bytes.get(i)) {
                return false;
            }
        }
        return true;
    }
}
