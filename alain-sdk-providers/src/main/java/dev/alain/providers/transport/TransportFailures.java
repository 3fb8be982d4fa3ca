package dev.alain.providers.transport;

import dev.alain.net.TransportException;
import dev.alain.net.TransportException.Kind;
import dev.alain.providers.secret.Redactor;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Says what a failure of OkHttp 4 or 5 means. */
final class TransportFailures {
    private TransportFailures() {}

    static TransportException of(IOException failure, Redactor redactor) {
        if (failure instanceof TransportException known) {
            return known;
        }
        Kind kind = kind(failure);
        String message = failure.getMessage() == null
                ? failure.getClass().getSimpleName()
                : redactor.cleanMessage(failure.getMessage());
        return new TransportException(kind, message, redactor.clean(failure));
    }

    private static Kind kind(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof UnknownHostException) {
            return Kind.UNKNOWN_HOST;
        }
        if (failure instanceof SSLHandshakeException || failure instanceof SSLPeerUnverifiedException) {
            return message.contains("terminated") ? Kind.BROKEN : Kind.TLS;
        }
        if (failure instanceof SSLException && !broken(failure, message)) {
            return Kind.TLS;
        }
        if (proxy(message)) {
            return Kind.PROXY;
        }
        if (failure instanceof SocketTimeoutException) {
            return Kind.CONNECT_TIMEOUT;
        }
        if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return Kind.REFUSED;
        }
        return protocol(failure, message);
    }

    private static Kind protocol(IOException failure, String message) {
        boolean unprocessed = message.contains("REFUSED_STREAM")
                || failure.getClass().getSimpleName().equals("ConnectionShutdownException");
        if (unprocessed) {
            return Kind.UNPROCESSED;
        }
        boolean headTooLarge = message.startsWith("\\n not found: limit=") && !message.contains("limit=0 ");
        boolean malformed = failure instanceof ProtocolException && !message.contains("unexpected end of stream");
        return malformed || headTooLarge || failure instanceof ZipException ? Kind.PROTOCOL : Kind.BROKEN;
    }

    private static boolean broken(IOException failure, String message) {
        return failure.getCause() instanceof IOException || message.contains("clos") || message.contains("reset");
    }

    private static boolean proxy(String message) {
        return message.contains("for CONNECT")
                || message.contains("authenticate with proxy")
                || message.contains("tunnel connections");
    }
}
