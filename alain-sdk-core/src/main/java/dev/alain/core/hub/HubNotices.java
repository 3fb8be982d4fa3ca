package dev.alain.core.hub;

import dev.alain.net.HttpResponse;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the Hub wants people to know, logged once a topic. */
final class HubNotices {
    private static final Logger LOG = LoggerFactory.getLogger(HubNotices.class);
    private static final int MOST_TOPICS = 50;

    private final Set<String> topics = ConcurrentHashMap.newKeySet();

    /** Whether there was something new. */
    boolean read(HttpResponse response) {
        String notice = HubErrors.visible(response.header("X-HF-Warning").orElse(""));
        int end = notice.indexOf(';');
        String topic = end < 0 ? "" : notice.substring(0, end).strip();
        boolean news = !notice.isEmpty() && topics.size() < MOST_TOPICS && topics.add(topic);
        if (news) {
            LOG.warn("the Hub says: {}", notice.substring(end + 1).strip());
        }
        return news;
    }
}
