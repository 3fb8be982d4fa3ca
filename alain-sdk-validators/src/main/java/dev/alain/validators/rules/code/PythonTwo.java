package dev.alain.validators.rules.code;

import dev.alain.code.CellAnalysis.SyntaxError;
import java.util.Optional;

/** Tells code of Python 2 from code that is merely wrong. */
final class PythonTwo {
    private PythonTwo() {}

    /** What of Python 2 explains a syntax error, with what Python 3 writes; empty when it is something else. */
    static Optional<String> explains(SyntaxError error, String line) {
        String code = line.strip();
        String message = error.message();
        if (message.contains("call to 'print'") || startsStatement(code, "print")) {
            return Optional.of("print is a function in Python 3: print(…)");
        }
        if (message.contains("call to 'exec'") || startsStatement(code, "exec")) {
            return Optional.of("exec is a function in Python 3: exec(…)");
        }
        if (message.contains("multiple exception types") || code.startsWith("except ") && hasComma(code, " as ")) {
            return Optional.of("Python 3 writes \"except Error as e\"");
        }
        if (code.startsWith("raise ") && hasComma(code, "(")) {
            return Optional.of("Python 3 writes \"raise Error(message)\"");
        }
        if (code.contains("<>") && !code.contains("\"<>") && !code.contains("'<>")) {
            return Optional.of("<> is written != in Python 3");
        }
        if (error.column() > 0 && isBacktickPair(code)) {
            return Optional.of("backticks are written repr(…) in Python 3");
        }
        if (message.contains("leading zeros in decimal integer")) {
            return Optional.of("octal numbers are written 0o… in Python 3");
        }
        return Optional.empty();
    }

    private static boolean startsStatement(String code, String word) {
        if (!code.startsWith(word + " ") && !code.startsWith(word + "\"") && !code.startsWith(word + "'")) {
            return false;
        }
        String rest = code.substring(word.length()).strip();
        boolean value = !rest.isEmpty()
                && (Character.isLetterOrDigit(rest.charAt(0)) || "\"'%>[{_".indexOf(rest.charAt(0)) >= 0);
        return value && !rest.startsWith("=") && !rest.startsWith("in ") && !isSentence(rest);
    }

    /** Prose that starts with the word, such as "print the result of …". */
    private static boolean isSentence(String rest) {
        boolean words = Character.isLetter(rest.charAt(0)) && rest.indexOf(' ') > 0;
        return words && rest.chars().noneMatch(c -> "\"'%([.,+".indexOf(c) >= 0);
    }

    private static boolean hasComma(String code, String unless) {
        int comma = code.indexOf(',');
        int bracket = code.indexOf('(');
        return comma > 0 && !code.contains(unless) && (bracket < 0 || comma < bracket);
    }

    private static boolean isBacktickPair(String code) {
        int first = code.indexOf('`');
        boolean inText = first > 0 && (code.lastIndexOf('"', first) >= 0 || code.lastIndexOf('\'', first) >= 0);
        return first > 0
                && !inText
                && code.charAt(0) != '`'
                && code.indexOf('`', first + 1) > first + 1
                && (code.indexOf('=') >= 0 && code.indexOf('=') < first || code.startsWith("return "));
    }
}
