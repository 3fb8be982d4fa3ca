/** The public face of the ALAIN SDK: words as types, and the interfaces that others implement. */
module dev.alain.api {
    requires transitive com.fasterxml.jackson.databind;
    requires static transitive org.jspecify;

    exports dev.alain.notebook;
}
