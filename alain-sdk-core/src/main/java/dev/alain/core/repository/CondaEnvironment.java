package dev.alain.core.repository;

import dev.alain.core.research.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The packages of {@code environment.yml}, as pip calls them. */
final class CondaEnvironment {
    private static final Map<String, String> PIP_NAMES = Map.of(
            "pytorch", "torch",
            "opencv", "opencv-python",
            "py-opencv", "opencv-python",
            "faiss", "faiss-cpu",
            "tensorflow-gpu", "tensorflow",
            "msgpack-python", "msgpack",
            "matplotlib-base", "matplotlib");
    /** What conda installs beside Python packages. */
    private static final Set<String> NO_PACKAGES = Set.of(
            "python",
            "pip",
            "setuptools",
            "wheel",
            "cudatoolkit",
            "cudatoolkit-dev",
            "pytorch-cuda",
            "pytorch-mutex",
            "cuda",
            "cuda-toolkit",
            "cuda-nvcc",
            "cudnn",
            "nccl",
            "git",
            "git-lfs",
            "ffmpeg",
            "nodejs",
            "gcc",
            "gxx",
            "cmake",
            "make",
            "ninja",
            "mkl",
            "conda",
            "mamba",
            "openssl",
            "sqlite",
            "zlib",
            "ca-certificates",
            "readline",
            "ncurses",
            "tk",
            "xz",
            "ld-impl-linux-64",
            "intel-openmp",
            "blas",
            "openjdk",
            "r-base");

    /** No environment is that long, and reading YAML takes its time. */
    private static final int LONGEST = 50_000;

    private CondaEnvironment() {}

    /** Requirements as pip reads them, each with the line that names it. */
    static List<TextLine> requirements(String yaml) {
        List<TextLine> requirements = new ArrayList<>();
        if (yaml.length() > LONGEST) {
            return requirements;
        }
        if (YamlReader.read(yaml, new ArrayList<>()).get("dependencies") instanceof List<?> dependencies) {
            for (Object dependency : dependencies) {
                if (dependency instanceof String text) {
                    conda(text, yaml, requirements);
                } else if (dependency instanceof Map<?, ?> map && map.get("pip") instanceof List<?> pip) {
                    pip.forEach(item -> requirements.add(line(String.valueOf(item), yaml)));
                }
            }
        }
        return requirements;
    }

    private static void conda(String text, String yaml, List<TextLine> requirements) {
        String spec = text.substring(text.indexOf("::") < 0 ? 0 : text.indexOf("::") + 2);
        // Conda writes name=version=build, which pip does not read.
        String bare = spec.strip().split("[ =<>!~\\[]", 2)[0];
        PackageName.of(bare)
                .filter(name -> !NO_PACKAGES.contains(name) && !name.startsWith("lib") && !name.startsWith("r-"))
                .map(name -> PIP_NAMES.getOrDefault(name, name))
                .ifPresent(name ->
                        requirements.add(new TextLine(name, line(text, yaml).line())));
    }

    private static TextLine line(String item, String yaml) {
        int at = yaml.indexOf(item);
        int line = 1;
        for (int i = 0; i < at; i++) {
            line += yaml.charAt(i) == '\n' ? 1 : 0;
        }
        return new TextLine(item, line);
    }
}
