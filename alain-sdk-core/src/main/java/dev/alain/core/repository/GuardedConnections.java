package dev.alain.core.repository;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URL;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnection;

/** Connections to one host over https and to no other, and not for longer than allowed. */
final class GuardedConnections implements HttpConnectionFactory {
    private static final int SOCKET_MILLIS = 15_000;

    private final String host;
    private final Allowance allowance;

    GuardedConnections(String host, Allowance allowance) {
        this.host = host;
        this.allowance = allowance;
    }

    @Override
    public HttpConnection create(URL url) throws IOException {
        return create(url, Proxy.NO_PROXY);
    }

    @Override
    public HttpConnection create(URL url, Proxy proxy) throws IOException {
        boolean known = url.getProtocol().equals("https")
                && url.getHost().equalsIgnoreCase(host)
                && (url.getPort() < 0 || url.getPort() == 443)
                && url.getUserInfo() == null;
        if (!known) {
            throw new IOException("a request to another host than " + host + " was stopped");
        }
        allowance.spend(0);
        return new Connection(url, proxy, allowance);
    }

    private static final class Connection extends JDKHttpConnection {
        private final Allowance allowance;

        Connection(URL url, Proxy proxy, Allowance allowance) throws IOException {
            super(url, proxy);
            this.allowance = allowance;
            setConnectTimeout(SOCKET_MILLIS);
            setReadTimeout(SOCKET_MILLIS);
        }

        @Override
        public void setInstanceFollowRedirects(boolean redirect) {
            super.setInstanceFollowRedirects(false);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), allowance);
        }
    }

    private static final class Counted extends FilterInputStream {
        private final Allowance allowance;

        Counted(InputStream in, Allowance allowance) {
            super(in);
            this.allowance = allowance;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            allowance.spend(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            allowance.spend(Math.max(0, count));
            return count;
        }
    }
}
