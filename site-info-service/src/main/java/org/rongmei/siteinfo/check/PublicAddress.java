// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Which addresses are anybody's: not those of this machine, of a network behind it, or of a cloud's own services. From
 * IANA's registries of special-purpose addresses (RFC 6890), and of IPv6 nothing but what is handed out as global unicast.
 */
final class PublicAddress {

    private static final List<Network> NOT_PUBLIC = List.of(
            Network.of("0.0.0.0", 8),
            Network.of("10.0.0.0", 8),
            Network.of("100.64.0.0", 10),
            Network.of("127.0.0.0", 8),
            Network.of("169.254.0.0", 16),
            Network.of("172.16.0.0", 12),
            Network.of("192.0.0.0", 24),
            Network.of("192.0.2.0", 24),
            Network.of("192.31.196.0", 24),
            Network.of("192.52.193.0", 24),
            Network.of("192.88.99.0", 24),
            Network.of("192.168.0.0", 16),
            Network.of("192.175.48.0", 24),
            Network.of("198.18.0.0", 15),
            Network.of("198.51.100.0", 24),
            Network.of("203.0.113.0", 24),
            Network.of("224.0.0.0", 4),
            Network.of("240.0.0.0", 4),
            // Azure answers here to its own machines.
            Network.of("168.63.129.16", 32),
            Network.of("2001::", 23),
            Network.of("2001:db8::", 32),
            // An IPv4 address in its middle, whichever it is.
            Network.of("2002::", 16),
            Network.of("2620:4f:8000::", 48),
            Network.of("3fff::", 20));
    private static final Network GLOBAL_UNICAST = Network.of("2000::", 3);

    private record Network(byte[] address, int bits) {

        static Network of(String address, int bits) {
            try {
                return new Network(InetAddress.getByName(address).getAddress(), bits);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("No address: " + address, e);
            }
        }

        boolean holds(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit += 8) {
                int mask = 0xff << Math.max(0, 8 - (bits - bit)) & 0xff;
                if (((address[bit / 8] ^ other[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private PublicAddress() {}

    /** Java makes an IPv4 address of {@code ::ffff:127.0.0.1} by itself. */
    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        return (address instanceof Inet4Address || GLOBAL_UNICAST.holds(bytes))
                && NOT_PUBLIC.stream().noneMatch(network -> network.holds(bytes));
    }
}
