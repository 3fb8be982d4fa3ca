package dev.alain.validators.rules.colab;

import java.util.List;

/** Addresses of servers of models on the machine of whoever runs the notebook. */
final class LocalAddress {
    private static final List<String> HOSTS =
            List.of("localhost", "127.0.0.1", "0.0.0.0", "[::1]", "host.docker.internal");

    /** Ports of Ollama and LM Studio. */
    private static final List<String> PORTS = List.of("11434", "1234");

    /** Ports of vLLM, llama.cpp and others that many servers use: of models only with a path of OpenAI's interface. */
    private static final List<String> SHARED_PORTS = List.of("8000", "8080", "5000", "5001", "30000", "1337", "4000");

    private LocalAddress() {}

    static boolean isModelServer(String url) {
        String rest = url.startsWith("http://") ? url.substring(7) : url.startsWith("https://") ? url.substring(8) : "";
        for (String host : HOSTS) {
            if (rest.startsWith(host + ":")) {
                String after = rest.substring(host.length() + 1);
                int end = 0;
                while (end < after.length() && Character.isDigit(after.charAt(end))) {
                    end++;
                }
                String port = after.substring(0, end);
                boolean path = after.startsWith("/v1", end);
                return PORTS.contains(port) || SHARED_PORTS.contains(port) && path;
            }
        }
        return false;
    }
}
