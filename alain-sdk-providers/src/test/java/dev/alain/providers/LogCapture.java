package dev.alain.providers;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Everything that was logged in this process, by us and by the libraries, at every level. */
final class LogCapture extends AppenderBase<ILoggingEvent> {
    private static final List<String> LINES = new CopyOnWriteArrayList<>();

    static {
        LogCapture capture = new LogCapture();
        capture.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.setLevel(Level.DEBUG);
        ((Logger) LoggerFactory.getLogger("dev.alain")).setLevel(Level.TRACE);
        root.addAppender(capture);
    }

    private LogCapture() {}

    static List<String> lines() {
        return LINES;
    }

    @Override
    protected void append(ILoggingEvent event) {
        LINES.add(event.getFormattedMessage()
                + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy())));
    }
}
