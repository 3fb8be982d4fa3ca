package dev.alain.core.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;
import dev.alain.Secret;
import dev.alain.net.HttpResponse;
import dev.alain.research.HubAccess;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class HubErrorsTest {
    private static final String RESTRICTED =
            "Access to model acme/tiny is restricted. You must have access to it and be"
                    + " authenticated to access it. Please log in.";

    private final FakeTime time = new FakeTime();

    @Test
    void aMissingModelAndAPrivateOneLookAlike() {
        assertThat(anonymous(FakeHub.error(401, "RepoNotFound", "Repository not found")))
                .satisfies(e -> is(e, Reason.NOT_FOUND, "knows no model acme/tiny", "HF_TOKEN"));
        assertThat(anonymous(FakeHub.text(401, "{\"error\":\"Unauthorized\"}")))
                .satisfies(e -> is(e, Reason.NOT_FOUND, "acme/tiny", "private"));
        assertThat(withToken(FakeHub.error(404, "RepoNotFound", "Repository not found")))
                .satisfies(e -> is(e, Reason.NOT_FOUND, "acme/tiny", "token may read"));
    }

    @Test
    void aBadTokenIsNoMissingModel() {
        assertThat(withToken(FakeHub.error(401, "RepoNotFound", "Invalid credentials in Authorization header")))
                .satisfies(e -> is(e, Reason.UNAUTHORIZED, "does not accept the token", "HF_TOKEN"));
    }

    @Test
    void gatedModelsSayWhereToAsk() {
        assertThat(anonymous(FakeHub.error(401, "GatedRepo", RESTRICTED)))
                .satisfies(e -> is(e, Reason.GATED, "https://huggingface.co/acme/tiny", "set HF_TOKEN"));
        assertThat(withToken(FakeHub.error(403, "GatedRepo", "not in the authorized list")))
                .satisfies(e -> is(e, Reason.GATED, "acme/tiny", "account of the token"));
        assertThat(anonymous(FakeHub.text(401, "{\"error\":[\"" + RESTRICTED + "\"]}")))
                .satisfies(e -> is(e, Reason.GATED, "acme/tiny", "Ask for access"));
    }

    @Test
    void revisionsAreNamed() {
        FakeHub hub = new FakeHub()
                .on(FakeHub.INFO + "/revision/refs%2Fpr%2F7", FakeHub.error(404, "RevisionNotFound", "no such rev"));

        ResearchException e = catchThrowableOfType(
                ResearchException.class,
                () -> client(hub, HubAccess.defaults()).info("acme/tiny", "refs/pr/7", time.in(Duration.ofSeconds(6))));

        is(e, Reason.NOT_FOUND, "acme/tiny has no revision refs/pr/7", "spelling");
    }

    @Test
    void disabledModelsAreRefused() {
        assertThat(anonymous(FakeHub.text(403, "", "X-Error-Message", "Access to this resource is disabled.")))
                .satisfies(e -> is(e, Reason.REFUSED, "disabled acme/tiny", "another model"));
    }

    @Test
    void otherStatusesHaveTheirReasons() {
        assertThat(withToken(FakeHub.text(403, "{\"error\":\"Forbidden\"}")))
                .satisfies(e -> is(e, Reason.UNAUTHORIZED, "403 (Forbidden)", "token"));
        assertThat(anonymous(FakeHub.text(400, "{\"error\":\"bad\\u0007 name\"}")))
                .satisfies(e -> is(e, Reason.UNREADABLE, "400 (bad  name)", "id"));
        assertThat(anonymous(FakeHub.text(503, "")).retryable()).isTrue();
        assertThat(anonymous(FakeHub.text(404, "")).retryable()).isFalse();
    }

    @Test
    void aPageOfANetworkWithALoginIsNoAnswer() {
        assertThat(anonymous(FakeHub.text(200, "<html>Please log in</html>")))
                .satisfies(e -> is(e, Reason.UNAVAILABLE, "something else", "later"));
    }

    private static void is(ResearchException e, Reason reason, String... parts) {
        assertThat(e.reason()).isEqualTo(reason);
        assertThat(e).hasMessageContainingAll(parts);
        assertThat(e.remedy()).isNotEmpty();
    }

    private ResearchException anonymous(HttpResponse response) {
        return failure(response, HubAccess.defaults());
    }

    private ResearchException withToken(HttpResponse response) {
        return failure(
                response, HubAccess.builder().token(Secret.of("hf_secret")).build());
    }

    private ResearchException failure(HttpResponse response, HubAccess access) {
        FakeHub hub = new FakeHub().on(FakeHub.INFO, response);
        ResearchException e = catchThrowableOfType(
                ResearchException.class,
                () -> client(hub, access).info("acme/tiny", "", time.in(Duration.ofSeconds(6))));
        assertThat(e.getMessage()).doesNotContain("hf_secret");
        return e;
    }

    private HubClient client(FakeHub hub, HubAccess access) {
        return new HubClient(hub, access, time, time);
    }
}
