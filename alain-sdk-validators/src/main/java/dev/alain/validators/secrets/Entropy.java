package dev.alain.validators.secrets;

/** How evenly the characters of a text are spread. */
final class Entropy {
    private static final int ASCII = 128;

    private Entropy() {}

    /** Shannon's entropy in bits a character; 0 for an empty text. */
    static double of(CharSequence text) {
        int[] counts = new int[ASCII];
        int known = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ASCII) {
                counts[text.charAt(i)]++;
                known++;
            }
        }
        double bits = 0;
        for (int count : counts) {
            double share = known == 0 ? 0 : (double) count / known;
            bits -= share == 0 ? 0 : share * Math.log(share) / Math.log(2);
        }
        return bits;
    }
}
