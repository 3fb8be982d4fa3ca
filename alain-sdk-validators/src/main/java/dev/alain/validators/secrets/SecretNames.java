package dev.alain.validators.secrets;

import java.util.Locale;
import java.util.Set;

/** Names that code gives to keys, tokens and passwords. */
public final class SecretNames {
    private static final Set<String> OWNERS = Set.copyOf(WordList.read("secret-name-owners.txt"));
    private static final Set<String> OF_TEXT = Set.copyOf(WordList.read("text-token-words.txt"));
    private static final Set<String> ALONE = Set.of("password", "passwd", "apikey", "passphrase");

    private SecretNames() {}

    /** Whether what a name holds is surely secret: {@code openai_api_key}, {@code HF_TOKEN}, {@code clientSecret}. */
    public static boolean isSecret(String name) {
        String[] words = words(name);
        String last = words[words.length - 1];
        String before = words.length < 2 ? "" : words[words.length - 2];
        boolean tokenOrKey = last.equals("key") || last.equals("token") || last.equals("secret") || last.equals("pat");
        boolean variable = name.equals(name.toUpperCase(Locale.ROOT)) && words.length > 2 && !last.equals("pat");
        return ALONE.contains(last) && !before.equals("public")
                || tokenOrKey && (OWNERS.contains(before) || variable && !isText(words))
                || last.equals("secret") && before.equals("client");
    }

    /** Whether a name may hold a secret, alone or with other words: {@code key}, {@code token}, {@code auth}. */
    public static boolean maybeSecret(String name) {
        String[] words = words(name);
        String last = words[words.length - 1];
        return isSecret(name)
                || !isText(words)
                        && Set.of("key", "token", "secret", "pwd", "pass", "credential", "credentials", "auth")
                                .contains(last);
    }

    /** Tokens of texts and keys of tables are no secrets. */
    private static boolean isText(String[] words) {
        for (String word : words) {
            if (OF_TEXT.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static String[] words(String name) {
        StringBuilder spaced = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean hump = i > 0 && Character.isUpperCase(c) && Character.isLowerCase(name.charAt(i - 1));
            spaced.append(hump ? " " : "").append(Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : ' ');
        }
        return spaced.toString().strip().split(" +", -1);
    }
}
