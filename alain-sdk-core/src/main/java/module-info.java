/** The generator: research, teachers, assembly, review and storage. */
@SuppressWarnings("requires-transitive-automatic")
module dev.alain.core {
    requires transitive dev.alain.api;
    requires org.commonmark;
    requires org.slf4j;
    requires org.snakeyaml.engine;
    requires static transitive micrometer.core;
    requires static org.eclipse.jgit;
    requires static org.jspecify;

    exports dev.alain.core.json;
    exports dev.alain.core.observe;

    opens dev.alain.core.assemble to
            com.fasterxml.jackson.databind;
    opens dev.alain.core.teach to
            com.fasterxml.jackson.databind;

    uses dev.alain.research.ResearchSource;
    uses dev.alain.validation.NotebookValidator;

    provides dev.alain.CookbookGenerator.BuilderFactory with
            dev.alain.core.pipeline.GeneratorBuilder.Factory;
    provides dev.alain.validation.RuleCatalog with
            dev.alain.core.review.rules.AlainRules;
}
