package dev.alain.core.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PackagesTest {
    private final Packages packages = new Packages();

    @Test
    void pinsNamesAndAddsWidgets() {
        assertThat(packages.pinned(List.of("transformers")))
                .containsExactly("ipywidgets==8.1.8", "transformers==5.15.0");
    }

    @Test
    void refusesNamesThatAreNotOnTheList() {
        assertThatThrownBy(() -> packages.pinned(List.of("transfomers"))).hasMessageContaining("transfomers");
    }

    @Test
    void knowsWhichPackageGivesAModule() {
        assertThat(packages.ofImport("PIL")).contains("pillow");
        assertThat(packages.ofImport("os")).isEmpty();
        assertThat(packages.isStandard("os")).isTrue();
    }
}
