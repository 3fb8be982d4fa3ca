package dev.alain.chat;

import java.util.List;

/** Asks the first of several providers that knows a vendor. */
record InstalledProviders(List<ChatModelProvider> providers) implements ChatModelProvider {
    @Override
    public List<String> vendors() {
        return providers.stream()
                .flatMap(provider -> provider.vendors().stream())
                .distinct()
                .toList();
    }

    @Override
    public ChatModel open(ModelQuery query) {
        return providers.stream()
                .filter(provider -> provider.vendors().contains(query.vendor()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no provider \"" + query.vendor() + "\" is installed; there are " + vendors()))
                .open(query);
    }
}
