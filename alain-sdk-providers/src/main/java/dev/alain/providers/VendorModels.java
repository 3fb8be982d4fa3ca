package dev.alain.providers;

import dev.alain.Secret;
import dev.alain.chat.ChatModel;
import dev.alain.chat.ChatModelProvider;
import dev.alain.chat.ModelQuery;
import dev.alain.providers.vendor.Vendor;
import dev.alain.providers.vendor.Vendors;
import java.util.List;

/** Opens models of the vendors that come with the SDK, by name. */
public final class VendorModels implements ChatModelProvider {
    /** Found as a service; can be made by hand too. */
    public VendorModels() {}

    @Override
    public List<String> vendors() {
        return Vendors.names();
    }

    @Override
    public ChatModel open(ModelQuery query) {
        return builder(Vendors.known(query.vendor()), query).build();
    }

    /**
     * A builder for a model of any vendor, by a query: what a provider of one's own vendor calls.
     *
     * @throws IllegalArgumentException if the query's endpoint is malformed or its key is not in the settings
     */
    public static RemoteChatModelBuilder builder(Vendor vendor, ModelQuery query) {
        RemoteChatModelBuilder builder = RemoteChatModel.builder(vendor);
        builder.model(query.model()).settings(query.settings());
        query.baseUrl().ifPresent(url -> builder.baseUrl(url.toString()));
        if (!query.keyVariable().isEmpty()) {
            builder.apiKey(Secret.named(query.settings(), query.keyVariable())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the settings have no key under the name " + query.keyVariable())));
        }
        return builder;
    }
}
