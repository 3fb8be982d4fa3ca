package dev.alain.providers.transport;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.List;
import okhttp3.Dns;

/** The addresses of a host; of this machine the older kind first, because most local servers listen there only. */
final class LoopbackDns implements Dns {
    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> found = Dns.SYSTEM.lookup(host);
        boolean local = found.stream().allMatch(InetAddress::isLoopbackAddress);
        return local
                ? found.stream()
                        .sorted(Comparator.comparing(address -> address instanceof Inet6Address))
                        .toList()
                : found;
    }
}
