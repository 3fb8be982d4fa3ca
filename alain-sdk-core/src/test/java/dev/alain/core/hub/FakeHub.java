package dev.alain.core.hub;

import dev.alain.net.HttpRequest;
import dev.alain.net.HttpResponse;
import dev.alain.net.HttpTransport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A Hub without a network: answers by path, and remembers what it was asked. */
public final class FakeHub implements HttpTransport {
    public static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    public static final String INFO = "/api/models/acme/tiny";
    public static final String CARD = "/acme/tiny/resolve/" + COMMIT + "/README.md";

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<HttpRequest> requests = new CopyOnWriteArrayList<>();

    @FunctionalInterface
    public interface Answer {
        HttpResponse to(HttpRequest request) throws IOException;
    }

    /** A Hub that knows acme/tiny. */
    public static FakeHub withTiny() {
        return new FakeHub()
                .on(INFO, json(200, info("acme/tiny", "")))
                .on(CARD, text(200, "# Tiny\n\nA small model.\n"));
    }

    public static String info(String id, String more) {
        return "{\"id\":\"" + id + "\",\"sha\":\"" + COMMIT + "\",\"pipeline_tag\":\"text-generation\",\"gated\":false,"
                + "\"library_name\":\"transformers\",\"siblings\":[{\"rfilename\":\"README.md\"},{\"rfilename\":\"config.json\"}]"
                + (more.isEmpty() ? "" : "," + more) + "}";
    }

    public FakeHub on(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    public FakeHub on(String path, HttpResponse response) {
        return on(path, request -> response);
    }

    public static HttpResponse json(int status, String body, String... headers) {
        return text(status, body, headers);
    }

    public static HttpResponse text(int status, String body, String... headers) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], List.of(headers[i + 1]));
        }
        return new HttpResponse(status, all, body.getBytes(StandardCharsets.UTF_8));
    }

    public static HttpResponse error(int status, String code, String message) {
        return text(status, "{\"error\":\"" + message + "\"}", "X-Error-Code", code, "X-Error-Message", message);
    }

    public List<HttpRequest> requests() {
        return requests;
    }

    public List<String> paths() {
        return requests.stream().map(request -> request.uri().getPath()).toList();
    }

    public HttpRequest last() {
        return requests.get(requests.size() - 1);
    }

    @Override
    public HttpResponse send(HttpRequest request) throws IOException {
        requests.add(request);
        Answer answer = answers.get(request.uri().getRawPath());
        return answer == null ? error(404, "EntryNotFound", "Entry not found") : answer.to(request);
    }
}
