package dev.alain.lesson;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What a manual needs before its first step.
 *
 * @param requirements package names, pinned by the SDK
 * @param environment environment variables, each with its meaning: {@code HF_TOKEN: access to gated models}
 * @param commands shell commands, such as system packages
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Setup(
        @JsonProperty("requirements") List<String> requirements,
        @JsonProperty("environment") List<String> environment,
        @JsonProperty("commands") List<String> commands) {
    /** Nothing at all. */
    public static final Setup NONE = new Setup(List.of(), List.of(), List.of());

    /** Copies lists; what is missing in JSON becomes empty. */
    public Setup {
        requirements = Absent.toEmpty(requirements);
        environment = Absent.toEmpty(environment);
        commands = Absent.toEmpty(commands);
    }
}
