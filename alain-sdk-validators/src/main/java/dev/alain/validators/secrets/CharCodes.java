package dev.alain.validators.secrets;

import java.util.List;
import java.util.Optional;

/**
 * A text that code writes as numbers of characters.
 *
 * @param text what the numbers say
 * @param end the token after them
 */
record CharCodes(String text, int end) {
    private static final int LARGEST = 0xFFFF;

    /** {@code chr(115)}, {@code bytes([115, 107]).decode()} at a token. */
    static Optional<CharCodes> at(List<Token> tokens, int at) {
        if (matches(tokens, at, "chr", "(") && matches(tokens, at + 3, ")")) {
            return numbers(tokens, at + 2)
                    .filter(codes -> codes.end() == at + 3)
                    .map(codes -> codes.to(at + 4));
        }
        if (matches(tokens, at, "bytes", "(") || matches(tokens, at, "bytearray", "(")) {
            return inList(tokens, at + 2)
                    .filter(codes -> matches(tokens, codes.end(), ")", ".", "decode", "("))
                    .flatMap(codes -> closing(tokens, codes.end() + 4).map(codes::to));
        }
        return Optional.empty();
    }

    /** {@code chr(c) for c in [...]}, in brackets or not, and {@code map(chr, [...])}, as {@code join} takes them. */
    static Optional<CharCodes> joined(List<Token> tokens, int at) {
        if (matches(tokens, at, "map", "(", "chr", ",")) {
            return inList(tokens, at + 4)
                    .filter(codes -> matches(tokens, codes.end(), ")"))
                    .map(codes -> codes.to(codes.end() + 1));
        }
        boolean bracket = matches(tokens, at, "[") || matches(tokens, at, "(");
        int from = bracket ? at + 1 : at;
        if (!matches(tokens, from, "chr", "(")
                || !matches(tokens, from + 3, ")", "for")
                || !matches(tokens, from + 6, "in")) {
            return Optional.empty();
        }
        return inList(tokens, from + 7)
                .filter(codes -> !bracket || matches(tokens, codes.end(), "]") || matches(tokens, codes.end(), ")"))
                .map(codes -> codes.to(codes.end() + (bracket ? 1 : 0)));
    }

    private CharCodes to(int last) {
        return new CharCodes(text, last);
    }

    private static Optional<Integer> closing(List<Token> tokens, int at) {
        int end = at < tokens.size() && tokens.get(at).isString() ? at + 1 : at;
        return matches(tokens, end, ")") ? Optional.of(end + 1) : Optional.empty();
    }

    private static Optional<CharCodes> inList(List<Token> tokens, int at) {
        if (!matches(tokens, at, "[") && !matches(tokens, at, "(")) {
            return Optional.empty();
        }
        String close = tokens.get(at).is("[") ? "]" : ")";
        return numbers(tokens, at + 1)
                .filter(codes -> matches(tokens, codes.end(), close))
                .map(codes -> codes.to(codes.end() + 1));
    }

    private static Optional<CharCodes> numbers(List<Token> tokens, int from) {
        StringBuilder text = new StringBuilder();
        int at = from;
        while (at < tokens.size() && tokens.get(at).kind() == Token.Kind.NUMBER) {
            int code = number(tokens.get(at).text());
            if (code < 0 || text.length() >= Joined.LONGEST) {
                return Optional.empty();
            }
            text.append((char) code);
            at += matches(tokens, at + 1, ",") ? 2 : 1;
        }
        return at == from ? Optional.empty() : Optional.of(new CharCodes(text.toString(), at));
    }

    private static int number(String written) {
        try {
            int code = Integer.decode(written);
            return code <= LARGEST ? code : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static boolean matches(List<Token> tokens, int at, String... signs) {
        for (int i = 0; i < signs.length; i++) {
            if (at + i < 0 || at + i >= tokens.size() || !tokens.get(at + i).is(signs[i])) {
                return false;
            }
        }
        return true;
    }
}
