package dev.alain.validators.rules.format;

import dev.alain.notebook.FormatProblem;
import dev.alain.notebook.NotebookDocument;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** The file is one JSON object in UTF-8. */
final class ReadableRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("FMT001");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        NotebookDocument document = view.document();
        document.unreadable().ifPresent(problem -> findings.report(finding(problem, document.bytes())));
    }

    private static Finding finding(FormatProblem problem, byte[] bytes) {
        String what = WhatItIs.instead(bytes);
        if (!what.isEmpty()) {
            return build(
                    Finding.of(INFO, "the file is no notebook but " + what).remedy("put the notebook in its place"));
        }
        if (problem.message().startsWith("is not UTF-8")) {
            return notUtf8(bytes);
        }
        Finding.Builder finding = Finding.of(INFO, message(problem)).remedy("repair the JSON, or save the file anew");
        int[] place = place(problem.at());
        if (place[0] > 0) {
            finding.range(place[0], place[1], place[0], place[1] + 1);
        }
        return build(finding);
    }

    /** Without what the parser says of itself. */
    private static String message(FormatProblem problem) {
        String text = problem.toString();
        int own = text.indexOf(" (start marker at");
        return own < 0 ? text : text.substring(0, own);
    }

    private static Finding build(Finding.Builder finding) {
        return finding.fixes(Fix.instruct("", "Write the notebook anew as one JSON object in UTF-8."))
                .build();
    }

    /** Reads {@code line 4, column 2}; zeros when the text says something else. */
    private static int[] place(String at) {
        int comma = at.indexOf(", column ");
        if (!at.startsWith("line ") || comma < 0) {
            return new int[] {0, 0};
        }
        try {
            int line = Integer.parseInt(at.substring("line ".length(), comma));
            int column = Integer.parseInt(at.substring(comma + ", column ".length()));
            return line < 1 || column < 1 ? new int[] {0, 0} : new int[] {line, column};
        } catch (NumberFormatException e) {
            return new int[] {0, 0};
        }
    }

    private static Finding notUtf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        decoder.decode(in, out, true);
        String before = out.flip().toString();
        int start = before.lastIndexOf('\n') + 1;
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int column = 1 + before.codePointCount(start, before.length());
        int bad = in.position() < bytes.length ? bytes[in.position()] & 0xff : 0;
        String message = "line %d, column %d: the byte 0x%02x is not UTF-8".formatted(line, column, bad);
        return build(
                Finding.of(INFO, message).range(line, column, line, column + 1).remedy("save the file in UTF-8"));
    }
}
