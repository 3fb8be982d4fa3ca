package dev.alain.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** Opens chat models by the names of vendors. Implementations are found as services; they are thread-safe. */
public interface ChatModelProvider {
    /** The vendors that it knows, such as {@code poe}; lower case. */
    List<String> vendors();

    /**
     * Opens a model; the caller closes it. Nothing is sent yet.
     *
     * @throws IllegalArgumentException if it does not know the vendor, or if endpoint or key are missing or malformed
     */
    ChatModel open(ModelQuery query);

    /** Which provider is asked first when two know a vendor; higher goes first. */
    default int priority() {
        return 0;
    }

    /** All providers that are installed, as one: by priority, then by class name. */
    static ChatModelProvider installed() {
        List<ChatModelProvider> found = new ArrayList<>();
        ServiceLoader.load(ChatModelProvider.class).forEach(found::add);
        found.sort(Comparator.comparing(ChatModelProvider::priority)
                .reversed()
                .thenComparing(provider -> provider.getClass().getName()));
        return new InstalledProviders(List.copyOf(found));
    }
}
