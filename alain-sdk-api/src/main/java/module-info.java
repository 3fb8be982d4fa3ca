/** The public face of the ALAIN SDK: words as types, and the interfaces that others implement. */
module dev.alain.api {
    requires transitive com.fasterxml.jackson.databind;
    requires static transitive org.jspecify;

    exports dev.alain;
    exports dev.alain.chat;
    exports dev.alain.code;
    exports dev.alain.execute;
    exports dev.alain.export;
    exports dev.alain.lesson;
    exports dev.alain.net;
    exports dev.alain.notebook;
    exports dev.alain.research;
    exports dev.alain.stage;
    exports dev.alain.store;
    exports dev.alain.validation;

    // Jackson reads annotations on members that are not public.
    opens dev.alain to
            com.fasterxml.jackson.databind;
    opens dev.alain.lesson to
            com.fasterxml.jackson.databind;
    opens dev.alain.notebook to
            com.fasterxml.jackson.databind;
    opens dev.alain.research to
            com.fasterxml.jackson.databind;
    opens dev.alain.stage to
            com.fasterxml.jackson.databind;
    opens dev.alain.validation to
            com.fasterxml.jackson.databind;

    uses dev.alain.CookbookGenerator.BuilderFactory;
    uses dev.alain.chat.ChatModelProvider;
    uses dev.alain.code.CodeAnalyzer;
    uses dev.alain.validation.RuleCatalog;
}
