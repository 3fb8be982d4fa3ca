package dev.alain.validators.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds what tells who somebody is: home directories with a name, e-mail addresses. Linear. */
public final class PersonalData {
    private static final Set<String> ACCOUNTS = Set.copyOf(WordList.read("common-accounts.txt"));
    private static final List<String> MAIL_HOSTS = WordList.read("common-mail-hosts.txt");
    private static final List<String> HOMES = List.of("/home/", "/Users/", "\\Users\\", "\\\\Users\\\\");
    private static final int LONGEST_NAME = 32;
    private static final int LONGEST_MAIL = 100;

    private PersonalData() {}

    /** A stretch of a text. */
    public record Span(int start, int end) {}

    /** The names in paths to home directories, accounts of servers and examples aside. */
    public static List<Span> homes(String text) {
        List<Span> found = new ArrayList<>();
        for (String home : HOMES) {
            for (int at = text.indexOf(home); at >= 0; at = text.indexOf(home, at + home.length())) {
                int start = at + home.length();
                int end = start;
                while (end < text.length() && end - start <= LONGEST_NAME && isNameCharacter(text.charAt(end))) {
                    end++;
                }
                if (opensPath(text, at, home) && isName(text, start, end)) {
                    found.add(new Span(start, end));
                }
            }
        }
        return found;
    }

    private static boolean isNameCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-';
    }

    /** A path starts here, or a drive; in the middle of an address the word means something else. */
    private static boolean opensPath(String text, int at, String home) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        return home.charAt(0) == '\\'
                ? before == ':'
                : before == ':'
                        || !(isNameCharacter(before) || "/~}$>*)".indexOf(before) >= 0)
                        || text.startsWith("file://", Math.max(0, at - 7))
                        || text.startsWith("/mnt/c", Math.max(0, at - 6));
    }

    private static boolean isName(String text, int start, int end) {
        String name = text.substring(start, end).toLowerCase(Locale.ROOT);
        boolean goesOn = end < text.length() && (text.charAt(end) == '/' || text.charAt(end) == '\\');
        return goesOn
                && name.length() > 1
                && name.length() <= LONGEST_NAME
                && Character.isLetter(name.charAt(0))
                && !ACCOUNTS.contains(name)
                && !name.startsWith("your")
                && !name.startsWith("user");
    }

    /** E-mail addresses, those of examples and services aside. */
    public static List<Span> mails(String text) {
        List<Span> found = new ArrayList<>();
        int done = 0;
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int start = at;
            while (start > done && at - start < LONGEST_MAIL && isMailCharacter(text.charAt(start - 1))) {
                start--;
            }
            int end = at + 1;
            while (end < text.length() && end - at < LONGEST_MAIL && isHostCharacter(text.charAt(end))) {
                end++;
            }
            while (end > at + 1 && text.charAt(end - 1) == '.') {
                end--;
            }
            if (isMail(text, start, at, end)) {
                found.add(new Span(start, end));
            }
            done = at + 1;
        }
        return found;
    }

    private static boolean isMailCharacter(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || "._%+-".indexOf(c) >= 0);
    }

    private static boolean isHostCharacter(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '.' || c == '-');
    }

    private static boolean isMail(String text, int start, int at, int end) {
        String local = text.substring(start, at).toLowerCase(Locale.ROOT);
        String host = text.substring(at + 1, end).toLowerCase(Locale.ROOT);
        int dot = host.lastIndexOf('.');
        boolean topLevel = dot > 0
                && host.length() - dot > 2
                && host.length() - dot < 12
                && host.substring(dot + 1).chars().allMatch(c -> c >= 'a' && c <= 'z')
                && !Set.of("png", "jpg", "jpeg", "gif", "svg", "webp", "local", "internal", "py", "js")
                        .contains(host.substring(dot + 1));
        boolean address =
                start > 1 && text.startsWith("//", start - 2) || end < text.length() && text.charAt(end) == ':';
        return topLevel
                && !address
                && !local.isEmpty()
                && !ACCOUNTS.contains(local)
                && MAIL_HOSTS.stream().noneMatch(known -> host.equals(known) || host.endsWith("." + known));
    }
}
