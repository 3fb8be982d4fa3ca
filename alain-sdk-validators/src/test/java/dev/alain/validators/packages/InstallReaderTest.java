package dev.alain.validators.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class InstallReaderTest {
    @Test
    void readsTheWaysInWhichNotebooksInstall() {
        assertThat(names("pip install -q -U pandas 'numpy>=2' \"x[a]==1\"")).containsExactly("pandas", "numpy", "x");
        assertThat(names("python3 -m pip install --upgrade pip")).containsExactly("pip");
        assertThat(names("{sys.executable} -m pip install a b")).containsExactly("a", "b");
        assertThat(names("uv pip install --system a")).containsExactly("a");
        assertThat(names("uv add a")).containsExactly("a");
        assertThat(names("/usr/bin/pip3.11 install a")).containsExactly("a");
        assertThat(names("sudo pip install a && pip install b; pip install c | tail -1"))
                .containsExactly("a", "b", "c");
        assertThat(names("conda install -y -c conda-forge conda-forge::a b=1.2"))
                .containsExactly("a", "b");
        assertThat(names("pip install a \\\n  b")).containsExactly("a", "b");
    }

    @Test
    void leavesOutOptionsWithTheirValues() {
        assertThat(names("pip install torch --index-url https://download.pytorch.org/whl/cu121 -t lib"))
                .containsExactly("torch");
        assertThat(names("pip install a > /dev/null 2>&1")).containsExactly("a");
        assertThat(names("pip install -e . -r requirements.txt")).containsExactly("requirements.txt");
        assertThat(names("pip install a # b c")).containsExactly("a");
    }

    @Test
    void findsNothingWhereNothingIsInstalled() {
        for (String line : List.of(
                "",
                "ls",
                "pip list",
                "pip uninstall -y a",
                "echo install a",
                "apt-get install -y ffmpeg",
                "npm install a",
                "pip",
                "pip install",
                "brew install a",
                "Rscript -e 'install.packages(1)'")) {
            assertThat(names(line)).as(line).isEmpty();
        }
    }

    private static List<String> names(String line) {
        return InstallReader.line(line).stream()
                .flatMap(read -> read.requirements().stream())
                .map(Requirement::name)
                .toList();
    }
}
