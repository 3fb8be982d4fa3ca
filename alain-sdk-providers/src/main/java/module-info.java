/** Chat-model adapters. */
module dev.alain.providers {
    requires transitive dev.alain.api;
    requires static org.jspecify;
}
