/** What tests of chat models and of programs around them need: servers that fail on purpose. */
module dev.alain.testkit {
    requires transitive dev.alain.api;
    requires static org.jspecify;

    exports dev.alain.testkit;
}
