/** The generator: research, teachers, assembly, review and storage. */
module dev.alain.core {
    requires transitive dev.alain.api;
    requires org.commonmark;
    requires org.slf4j;
    requires org.snakeyaml.engine;
    requires static micrometer.core;
    requires static org.jspecify;
}
