package dev.alain.validators.packages;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Names as models invent them: plausible compounds, near misses of real ones, names of npm alone. */
public final class InventedNames {
    private static final List<String> FIRST = List.of(
            "torch",
            "pandas",
            "openai",
            "langchain",
            "llm",
            "hf",
            "numpy",
            "sklearn",
            "gpt",
            "tensor",
            "data",
            "fast",
            "easy",
            "auto",
            "smart",
            "deep",
            "neural",
            "vector",
            "prompt",
            "agent",
            "rag",
            "notebook",
            "py",
            "ai");
    private static final List<String> MIDDLE = List.of(
            "vision", "text", "stream", "memory", "graph", "eval", "token", "chunk", "cache", "feature", "plot",
            "model", "batch", "secure", "cloud", "async", "quant", "rerank", "audio", "table");
    private static final List<String> LAST = List.of(
            "utils",
            "helper",
            "toolkit",
            "tools",
            "lite",
            "plus",
            "pro",
            "kit",
            "hub",
            "manager",
            "wrapper",
            "engine",
            "client",
            "loader",
            "parser",
            "core",
            "easy",
            "suite",
            "optimizer",
            "connector");
    private static final List<String> NPM = List.of(
            "express-async-errors",
            "react-markdown",
            "lodash-es",
            "create-react-app",
            "vue-router",
            "ts-node",
            "eslint-plugin-react",
            "socket-io-client",
            "node-fetch",
            "body-parser",
            "chalk-animation",
            "dotenv-expand",
            "langchain-js",
            "openai-node",
            "webpack-cli",
            "jsonwebtoken",
            "nodemailer",
            "mongoose-paginate",
            "styled-components",
            "next-auth");

    private InventedNames() {}

    /** That many different names, none of which the list knows; always the same for a seed. */
    public static Set<String> of(int count, long seed, PackageList known, List<String> real) {
        Random random = new Random(seed);
        Set<String> names = new LinkedHashSet<>();
        NPM.stream().filter(name -> !known.knows(name)).forEach(names::add);
        while (names.size() < count) {
            String name = random.nextInt(3) > 0 ? compound(random) : misspelt(any(real, random), random);
            boolean valid = !name.isEmpty()
                    && Character.isLetterOrDigit(name.charAt(0))
                    && Character.isLetterOrDigit(name.charAt(name.length() - 1));
            if (valid && !known.knows(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private static String compound(Random random) {
        String middle = random.nextBoolean() ? any(MIDDLE, random) + "-" : "";
        return any(FIRST, random) + "-" + middle + any(LAST, random);
    }

    private static String misspelt(String name, Random random) {
        String result = name;
        for (int edits = 1 + random.nextInt(2); edits > 0; edits--) {
            int at = random.nextInt(result.length() - 1);
            char other = (char) ('a' + random.nextInt(26));
            result = switch (random.nextInt(4)) {
                case 0 -> result.substring(0, at) + result.substring(at + 1);
                case 1 -> result.substring(0, at) + other + result.substring(at);
                case 2 -> result.substring(0, at) + other + result.substring(at + 1);
                default ->
                    result.substring(0, at) + result.charAt(at + 1) + result.charAt(at) + result.substring(at + 2);
            };
        }
        return result;
    }

    private static String any(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
