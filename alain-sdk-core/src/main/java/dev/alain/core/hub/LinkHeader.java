package dev.alain.core.hub;

/** Reads the address of the next page: {@code <https://…&cursor=…>; rel="next"}. */
final class LinkHeader {
    private LinkHeader() {}

    /** The address as it stands; empty when there is no next page. */
    static String next(String header) {
        int open = header.indexOf('<');
        while (open >= 0) {
            int close = header.indexOf('>', open);
            if (close < 0) {
                return "";
            }
            int following = header.indexOf('<', close);
            String parameters = header.substring(close + 1, following < 0 ? header.length() : following);
            if (parameters.contains("rel=\"next\"") || parameters.contains("rel=next")) {
                return header.substring(open + 1, close);
            }
            open = following;
        }
        return "";
    }
}
