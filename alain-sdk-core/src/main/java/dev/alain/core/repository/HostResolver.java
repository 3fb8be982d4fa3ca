package dev.alain.core.repository;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. */
@FunctionalInterface
interface HostResolver {
    /** All addresses of a host, at least one. */
    List<InetAddress> addresses(String host) throws UnknownHostException;
}
