package dev.alain.validators.rules.colab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class VersionRangeTest {
    private static boolean allows(String range, String version) {
        return VersionRange.parse(range).allows(version);
    }

    @Test
    void anotherPatchIsNoConflict() {
        assertThat(allows("==2.1.0", "2.1.3")).isTrue();
        assertThat(allows("==2.1", "2.1.3")).isTrue();
        assertThat(allows("==2.*", "2.1.3")).isTrue();
        assertThat(allows("==2", "2.1.3")).isTrue();
        assertThat(allows("==2.2.0", "2.1.3")).isFalse();
        assertThat(allows("==1.26.4", "2.1.3")).isFalse();
    }

    @Test
    void boundsAreComparedByNumber() {
        assertThat(allows("<2", "2.1.3")).isFalse();
        assertThat(allows(">=1.9,<3", "2.10.0")).isTrue();
        assertThat(allows(">=2.9", "2.10.0")).isTrue();
        assertThat(allows("<=2.1.3", "2.1.3")).isTrue();
        assertThat(allows("~=4.40.0", "4.41.0")).isFalse();
        assertThat(allows("~=4.40", "4.57.0")).isTrue();
        assertThat(allows("!=2.1.3", "2.2.0")).isTrue();
    }

    @Test
    void whatCannotBeReadAllowsEverything() {
        assertThat(allows("", "1.0")).isTrue();
        assertThat(allows("==", "1.0")).isTrue();
        assertThat(allows("=={version}", "1.0")).isTrue();
        assertThat(allows("==99999999999999999999.1", "1.0")).isFalse();
    }

    @Test
    void seesWhatStaysBelowAMajorVersion() {
        assertThat(VersionRange.parse("==4.44.0").staysBelow(5)).isTrue();
        assertThat(VersionRange.parse("<5").staysBelow(5)).isTrue();
        assertThat(VersionRange.parse("<=5.1").staysBelow(5)).isFalse();
        assertThat(VersionRange.parse(">=4.4").staysBelow(5)).isFalse();
        assertThat(VersionRange.parse("==5.2").staysBelow(5)).isFalse();
    }
}
