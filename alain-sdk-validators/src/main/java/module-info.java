/** Rules for notebooks. */
module dev.alain.validators {
    requires transitive dev.alain.api;
    requires re2j;
    requires org.commonmark;
    requires org.commonmark.ext.gfm.tables;
    requires static org.jspecify;

    exports dev.alain.validators;
    exports dev.alain.validators.report;

    provides dev.alain.code.CodeAnalyzer with
            dev.alain.validators.python.PythonAnalyzer;
    provides dev.alain.validation.RuleCatalog with
            dev.alain.validators.Catalogue;
}
