/** Rules for notebooks. */
module dev.alain.validators {
    requires transitive dev.alain.api;
    requires static org.jspecify;
}
