package dev.alain.validators.parser.unicode;

import java.text.Normalizer;

/** Normal form KC, in the place of ICU's class of the same name. */
public final class Normalizer2 {
    private static final Normalizer2 NFKC = new Normalizer2();

    private Normalizer2() {}

    /** The one for form KC. */
    public static Normalizer2 getNFKCInstance() {
        return NFKC;
    }

    /** The text in form KC. */
    public String normalize(CharSequence text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
