/** Chat-model adapters and the HTTP transport. */
@SuppressWarnings("requires-transitive-automatic")
module dev.alain.providers {
    requires transitive dev.alain.api;
    requires transitive okhttp3;
    requires okio;
    requires io.github.resilience4j.circuitbreaker;
    requires io.github.resilience4j.core;
    requires io.github.resilience4j.retry;
    requires org.slf4j;
    requires static transitive micrometer.core;
    requires static org.jspecify;

    exports dev.alain.providers;
    exports dev.alain.providers.observe;
    exports dev.alain.providers.resilience;
    exports dev.alain.providers.transport;
    exports dev.alain.providers.vendor;

    provides dev.alain.chat.ChatModelProvider with
            dev.alain.providers.VendorModels;
}
