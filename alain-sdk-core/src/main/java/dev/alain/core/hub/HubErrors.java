package dev.alain.core.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;
import dev.alain.core.hub.HubQuestion.Kind;
import dev.alain.net.HttpResponse;
import java.io.IOException;
import java.net.URI;

/** Tells the Hub's errors apart: by its headers, as its own client does, since one status has several meanings. */
final class HubErrors {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LONGEST = 300;

    private final URI endpoint;
    private final boolean authenticated;

    /**
     * @param authenticated whether a token is sent
     */
    HubErrors(URI endpoint, boolean authenticated) {
        this.endpoint = endpoint;
        this.authenticated = authenticated;
    }

    /** Whether the model is there and the file is not. */
    static boolean isMissingFile(HubQuestion question, HttpResponse response) {
        String code = code(response);
        return question.kind() == Kind.FILE
                && response.status() == 404
                && (code.isEmpty() || code.equals("EntryNotFound"));
    }

    /** Whether the Hub itself said that the file is missing, and not something between us and it. */
    static boolean isCertain(HttpResponse response) {
        return code(response).equals("EntryNotFound");
    }

    ResearchException of(HubQuestion question, HttpResponse response) {
        String message = message(response);
        int status = response.status();
        boolean refused = status == 401 || status == 403;
        if (status == 401 && message.contains("Invalid credentials in Authorization header")) {
            return new ResearchException(
                    Reason.UNAUTHORIZED,
                    "the Hub does not accept the token with which " + question.what() + " was asked for",
                    "Check HF_TOKEN, or leave it out for public models");
        }
        if (message.contains("Access to this resource is disabled") || status == 451) {
            return disabled(question.modelId());
        }
        return switch (code(response)) {
            case "GatedRepo" -> gated(question);
            case "RevisionNotFound" -> noRevision(question);
            case "RepoNotFound" -> notFound(question);
            default -> refused && message.contains("is restricted") ? gated(question) : byStatus(question, response);
        };
    }

    static ResearchException disabled(String modelId) {
        return new ResearchException(Reason.REFUSED, "the Hub has disabled " + modelId, "Choose another model");
    }

    private ResearchException byStatus(HubQuestion question, HttpResponse response) {
        int status = response.status();
        String said = said(response);
        if (status == 429) {
            return new ResearchException(
                    Reason.RATE_LIMITED,
                    "the Hub wants fewer requests, so " + question.what() + " was not sent",
                    authenticated ? "Wait some minutes" : "Wait some minutes, or set HF_TOKEN for a higher limit");
        }
        if (status == 408 || status >= 500) {
            return unavailable(question, "the Hub answered " + said);
        }
        if (status == 403) {
            return new ResearchException(
                    Reason.UNAUTHORIZED,
                    "the Hub refuses " + question.what() + ": " + said,
                    "Check what the token in HF_TOKEN may read");
        }
        if (status == 401 || status == 404 || status == 410) {
            return notFound(question);
        }
        return new ResearchException(
                Reason.UNREADABLE,
                "the Hub answered " + said + " when asked for " + question.what(),
                "Check the id of the model");
    }

    static ResearchException unavailable(HubQuestion question, String why, Throwable... causes) {
        return new ResearchException(
                Reason.UNAVAILABLE,
                question.what() + " could not be got from the Hub: " + why,
                "Try again later, or give the card with --card",
                causes);
    }

    private ResearchException gated(HubQuestion question) {
        String page = endpoint + "/" + question.modelId();
        return new ResearchException(
                Reason.GATED,
                question.what() + " is given only to those who have access to the model",
                authenticated
                        ? "Ask for access at " + page + " with the account of the token"
                        : "Ask for access at " + page + " and set HF_TOKEN");
    }

    private ResearchException notFound(HubQuestion question) {
        return new ResearchException(
                Reason.NOT_FOUND,
                "the Hub knows no model " + question.modelId() + ", or it is private",
                authenticated
                        ? "Check the spelling, and whether the token may read it"
                        : "Check the spelling; for a private model set HF_TOKEN");
    }

    private static ResearchException noRevision(HubQuestion question) {
        return new ResearchException(
                Reason.NOT_FOUND,
                question.modelId() + " has no revision " + question.revision(),
                "Check the spelling of the revision, or leave it out");
    }

    private static String code(HttpResponse response) {
        return response.header("X-Error-Code").map(String::strip).orElse("");
    }

    private static String said(HttpResponse response) {
        String message = message(response);
        return response.status() + (message.isEmpty() ? "" : " (" + message + ")");
    }

    /** Of the header, or else of the body, whose error may be a text or a list. */
    private static String message(HttpResponse response) {
        return visible(response.header("X-Error-Message").orElseGet(() -> {
            JsonNode error = body(response).path("error");
            return error.isArray() ? error.path(0).asText("") : error.asText("");
        }));
    }

    private static JsonNode body(HttpResponse response) {
        try {
            return MAPPER.readTree(response.body());
        } catch (IOException e) {
            return MAPPER.missingNode();
        }
    }

    /** A server's text as one short line for messages and logs. */
    static String visible(String text) {
        StringBuilder line = new StringBuilder();
        text.chars().limit(LONGEST).forEach(c -> line.append(c < ' ' || c > '~' ? ' ' : (char) c));
        return line.toString().strip();
    }
}
