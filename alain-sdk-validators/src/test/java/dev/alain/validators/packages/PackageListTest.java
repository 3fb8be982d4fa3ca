package dev.alain.validators.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PackageListTest {
    private final PackageList list = PackageList.SHIPPED;

    @Test
    void knowsSomeThousandNamesHoweverTheyAreWritten() {
        assertThat(list.size()).isGreaterThan(4_000);
        assertThat(List.of("numpy", "NumPy", "Scikit_Learn", "ruamel.yaml", "zope.interface", "typing__extensions"))
                .allMatch(list::knows);
    }

    @Test
    void leavesOutNamesThatAreUsualMistakes() {
        assertThat(List.of("huggingface-cli", "sklearn", "cv2", "PIL", "dotenv", "pytorch", "yaml", "fitz", "os"))
                .noneMatch(list::knows);
        assertThat(list.meant("huggingface_cli")).contains("huggingface-hub");
        assertThat(list.meant("sklearn")).contains("scikit-learn");
    }

    @Test
    void findsWhatAMisspeltNameWasMeantToBe() {
        assertThat(list.meant("nunpy")).contains("numpy");
        assertThat(list.meant("pansda")).contains("pandas");
        assertThat(list.meant("beautifulsuop4")).contains("beautifulsoup4");
        assertThat(list.meant("sentence-tranformers")).contains("sentence-transformers");
        assertThat(list.meant("langchian")).contains("langchain");
        assertThat(list.meant("torch-vision-utils-pro")).isEmpty();
        assertThat(list.meant("x".repeat(100_000))).isEmpty();
        assertThat(list.meant("")).isEmpty();
    }

    @Test
    void knowsWhichPackageBringsAModule() {
        assertThat(list.bringing("cv2", "")).startsWith("opencv-python");
        assertThat(list.bringing("sklearn.svm", "SVC")).startsWith("scikit-learn");
        assertThat(list.bringing("scikitplot", "")).startsWith("scikit-plot");
        assertThat(list.bringing("vaderSentiment.vaderSentiment", "X")).startsWith("vadersentiment");
        assertThat(list.bringing("PIL", "Image")).startsWith("pillow");
        assertThat(list.bringing("google.cloud", "storage")).startsWith("google-cloud-storage");
        assertThat(list.bringing("google", "genai")).startsWith("google-genai");
        assertThat(list.bringing("llama_index.llms.openai", "OpenAI")).startsWith("llama-index-llms-openai");
        assertThat(list.bringing("azure.search.documents.models", "X")).startsWith("azure-search-documents");
        assertThat(list.bringing("huggingface_hub", "*")).startsWith("huggingface-hub");
        assertThat(list.bringing("no_such_thing", "x")).isEmpty();
    }

    @Test
    void knowsWhatIsPreinstalled() {
        assertThat(list.isPreinstalled("numpy", Platform.COLAB)).isTrue();
        assertThat(list.isPreinstalled("anthropic", Platform.COLAB)).isFalse();
        assertThat(list.isPreinstalled("catboost", Platform.KAGGLE)).isTrue();
        assertThat(list.isPreinstalled("transformers", Platform.KAGGLE)).isTrue();
        assertThat(list.versionOnColab("numpy")).isPresent();
        assertThat(list.versionOnColab("anthropic")).isEmpty();
    }

    @Test
    void takesNamesThatTheUserVouchesFor() {
        PackageList more = list.with(List.of("Acme_Tools"));

        assertThat(more.knows("acme-tools")).isTrue();
        assertThat(more.bringing("acme_tools.x", "y")).containsExactly("acme-tools");
        assertThat(list.knows("acme-tools")).isFalse();
    }
}
