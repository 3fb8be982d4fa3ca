/** The rules of a team, found by ALAIN's validator on the module path. */
module com.example.notebooks {
    requires dev.alain.api;
    requires static org.jspecify;

    provides dev.alain.validation.RuleCatalog with
            com.example.notebooks.AcmeRules;
}
