package dev.alain.providers;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** Looks at everything that is logged, by us and by the libraries we use, at every level; keeps what tells a key. */
final class LogCapture extends AppenderBase<ILoggingEvent> {
    private static final Queue<String> LEAKS = new ConcurrentLinkedQueue<>();

    static {
        LogCapture capture = new LogCapture();
        capture.start();
        for (String name : new String[] {"dev.alain", "io.github.resilience4j", "okhttp3"}) {
            Logger logger = (Logger) LoggerFactory.getLogger(name);
            logger.setLevel(Level.TRACE);
            logger.addAppender(capture);
        }
    }

    private LogCapture() {}

    /** Lines that hold a part of the key. */
    static Queue<String> leaks() {
        return LEAKS;
    }

    @Override
    protected void append(ILoggingEvent event) {
        String line = event.getFormattedMessage()
                + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
        if (line.contains(Trial.CANARY.substring(3, 14))) {
            LEAKS.add(line);
        }
    }
}
