package dev.alain.docs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house, checked. */
final class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            // What was shaded is not of this house.
            .withImportOption(location -> !location.contains("dev/alain/validators/parser/graalpy/"))
            .importPackages("dev.alain");

    private static final String[] API = {
        "dev.alain",
        "dev.alain.chat..",
        "dev.alain.code..",
        "dev.alain.execute..",
        "dev.alain.export..",
        "dev.alain.lesson..",
        "dev.alain.net..",
        "dev.alain.notebook..",
        "dev.alain.research..",
        "dev.alain.stage..",
        "dev.alain.store..",
        "dev.alain.validation.."
    };

    @Test
    void theApiKnowsNobodyButJackson() {
        noClasses()
                .that()
                .resideInAnyPackage(API)
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(and(API, "java..", "com.fasterxml.jackson..", "org.jspecify.."))
                .because("whoever depends on the API must not get anything else with it")
                .check(HOUSE);
    }

    @Test
    void providersAndValidatorsKnowTheApiOnly() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.alain.providers..", "dev.alain.validators..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.alain.core..", "dev.alain.samples..")
                .allowEmptyShould(true)
                .because("they are used without the core")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("dev.alain.core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.alain.providers..", "dev.alain.validators..", "dev.alain.samples..")
                .because("the core finds them as services")
                .check(HOUSE);
    }

    @Test
    void packagesOfTheCoreFormNoCycle() {
        slices().matching("dev.alain.core.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void packagesOfTheValidatorsFormNoCycle() {
        slices().matching("dev.alain.validators.(*)..")
                .should()
                .beFreeOfCycles()
                .because("rules use what reads Python, Markdown, keys and packages, never the other way")
                .check(HOUSE);
    }

    @Test
    void packagesOfTheProvidersFormNoCycle() {
        slices().matching("dev.alain.providers.(*)..").should().beFreeOfCycles().check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("dev.alain.providers.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.alain.providers")
                .because("the factories stand on everything, and nothing on them")
                .check(HOUSE);
    }

    @Test
    void threadsStartInOnePlace() {
        noClasses()
                .that()
                .resideInAPackage("dev.alain.providers..")
                .and()
                .doNotHaveFullyQualifiedName("dev.alain.providers.thread.DaemonThreads")
                .should()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class, String.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.util.concurrent.Executors.class)
                .because("a thread that nobody knows of is a thread that nobody ends")
                .check(HOUSE);
    }

    @Test
    void okHttpStaysInTheTransport() {
        noClasses()
                .that()
                .resideInAPackage("dev.alain..")
                .and()
                .resideOutsideOfPackage("dev.alain.providers.transport..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("okhttp3..", "okio..", "kotlin..")
                .because("another client may carry our requests one day")
                .check(HOUSE);
    }

    @Test
    void packagesOfTheNotebookFormatAndTheLessonsStandAlone() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.alain.notebook..", "dev.alain.lesson..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.alain", "dev.alain.validation..", "dev.alain.research..", "dev.alain.chat..")
                .because("they are useful by themselves")
                .check(HOUSE);
    }

    @Test
    void timeChanceAndWaitingAreInjected() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.alain..")
                .and()
                .resideOutsideOfPackage("dev.alain.samples..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .because("the same input gives the same bytes")
                .check(HOUSE);
    }

    @Test
    void nothingIsPrintedAndNoEnvironmentIsRead() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.alain.samples..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("a library has no terminal")
                .check(HOUSE);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.alain.Settings")
                .and()
                .resideOutsideOfPackage("dev.alain.samples..")
                .should()
                .callMethod(System.class, "getenv", String.class)
                .because("only Settings.environment() may, when it is asked")
                .check(HOUSE);
    }

    @Test
    void rulesKeepNoState() {
        classes()
                .that()
                .implement(dev.alain.validation.NotebookRule.class)
                .should()
                .haveOnlyFinalFields()
                .because("they are called from many threads")
                .check(HOUSE);
    }

    @Test
    void namesSayWhatThingsAre() {
        noClasses()
                .that()
                .resideInAPackage("dev.alain..")
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .check(HOUSE);
    }

    private static String[] and(String[] packages, String... more) {
        return Stream.concat(Arrays.stream(packages), Arrays.stream(more)).toArray(String[]::new);
    }
}
