package dev.alain.validators.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.validators.packages.Requirement.Kind;
import org.junit.jupiter.api.Test;

final class RequirementTest {
    @Test
    void readsNamesWithExtrasVersionsAndMarkers() {
        assertThat(read("pandas")).isEqualTo(new Requirement(Kind.PACKAGE, "pandas", ""));
        assertThat(read("transformers[torch,sentencepiece]>=4.40,<5 ; python_version >= '3.9'"))
                .isEqualTo(new Requirement(Kind.PACKAGE, "transformers", ">=4.40,<5"));
        assertThat(read("numpy==2.1.3  # fits torch")).isEqualTo(new Requirement(Kind.PACKAGE, "numpy", "==2.1.3"));
        assertThat(read("zope.interface~=6.0").specifier()).isEqualTo("~=6.0");
    }

    @Test
    void tellsWhatIsNoPackageOfTheIndex() {
        assertThat(read("git+https://github.com/huggingface/trl.git@main").kind())
                .isEqualTo(Kind.ADDRESS);
        assertThat(read("trl @ git+https://github.com/huggingface/trl").kind()).isEqualTo(Kind.ADDRESS);
        assertThat(read("https://example.org/x-1.0-py3-none-any.whl").kind()).isEqualTo(Kind.ADDRESS);
        assertThat(read("./mine").kind()).isEqualTo(Kind.PATH);
        assertThat(read("dist/x.whl").kind()).isEqualTo(Kind.PATH);
        assertThat(read("{name}").kind()).isEqualTo(Kind.DYNAMIC);
        assertThat(read("$NAME==1").kind()).isEqualTo(Kind.DYNAMIC);
    }

    @Test
    void findsNothingInOptionsCommentsAndNoise() {
        for (String text : new String[] {"", " ", "# pandas", "-q", "--upgrade", "?!", "a b", "-", "[x]", "pandas)"}) {
            assertThat(Requirement.read(text)).as(text).isEmpty();
        }
    }

    @Test
    void isPinnedToOneVersionOnly() {
        assertThat(read("a==1.0").isPinned()).isTrue();
        assertThat(read("a===1.0").isPinned()).isTrue();
        assertThat(read("a==1.*").isPinned()).isFalse();
        assertThat(read("a>=1.0").isPinned()).isFalse();
        assertThat(read("a==2.3.1").version()).isEqualTo("2.3.1");
        assertThat(read("a>1").version()).isEmpty();
    }

    private static Requirement read(String text) {
        return Requirement.read(text).orElseThrow();
    }
}
