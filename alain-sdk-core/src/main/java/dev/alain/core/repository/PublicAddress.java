package dev.alain.core.repository;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/** Whether an address is one of the public internet: no loopback, no private or reserved net. */
final class PublicAddress {
    private PublicAddress() {}

    static boolean is(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return isPublic4(bytes);
        }
        return address instanceof Inet6Address && isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] address) {
        int a = address[0] & 0xff;
        int b = address[1] & 0xff;
        int c = address[2] & 0xff;
        boolean carrierGrade = a == 100 && b >= 64 && b < 128;
        boolean privateNet = a == 10 || (a == 172 && b >= 16 && b < 32) || (a == 192 && b == 168);
        boolean linkLocal = a == 169 && b == 254;
        boolean special = a == 192 && b == 0 && (c == 0 || c == 2);
        boolean tests = (a == 198 && (b == 18 || b == 19 || (b == 51 && c == 100))) || (a == 203 && b == 0 && c == 113);
        return !(a == 0 || a == 127 || a >= 224 || carrierGrade || privateNet || linkLocal || special || tests);
    }

    /** Only 2000::/3 is public; within it, addresses that carry an IPv4 one or lead into tunnels are not. */
    private static boolean isPublic6(byte[] address) {
        int first = (address[0] & 0xff) << 8 | (address[1] & 0xff);
        int second = (address[2] & 0xff) << 8 | (address[3] & 0xff);
        if (first == 0x64 && second == 0xff9b) {
            // An IPv4 address as networks without IPv4 see it.
            return isPublic4(Arrays.copyOfRange(address, 12, 16));
        }
        boolean global = (first & 0xe000) == 0x2000;
        boolean tunnel = first == 0x2002 || (first == 0x2001 && second == 0);
        boolean documentation = first == 0x2001 && second == 0xdb8;
        return global && !tunnel && !documentation;
    }
}
