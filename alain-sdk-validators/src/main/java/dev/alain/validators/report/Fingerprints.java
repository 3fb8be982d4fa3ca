package dev.alain.validators.report;

import dev.alain.validation.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** What a finding of a notebook is known by when lines have moved: rule, cell and what was seen. */
final class Fingerprints {
    private final Map<String, Integer> seen = new HashMap<>();

    /** The second of two that look alike gets another number. */
    String of(Finding finding) {
        return of(finding.ruleId(), finding.cellId().orElse(""), finding.evidence());
    }

    String of(String rule, String cell, String evidence) {
        String hash = sha256(rule + "\0" + cell + "\0" + sha256(evidence)).substring(0, 32);
        return hash + ":" + seen.merge(hash, 1, Integer::sum);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
