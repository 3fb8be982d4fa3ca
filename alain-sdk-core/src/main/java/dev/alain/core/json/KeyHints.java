package dev.alain.core.json;

/** What a schema tells the reader of the keys at one place of the document. */
interface KeyHints {
    /** No schema. */
    KeyHints NONE = new KeyHints() {
        @Override
        public boolean known() {
            return false;
        }

        @Override
        public boolean has(String key) {
            return false;
        }

        @Override
        public KeyHints member(String key) {
            return this;
        }

        @Override
        public KeyHints items() {
            return this;
        }

        @Override
        public boolean textOnly() {
            return false;
        }
    };

    /** Whether the schema names the keys of the object here. */
    boolean known();

    /** Whether the key is one of them. */
    boolean has(String key);

    /** The hints for the value under a key. */
    KeyHints member(String key);

    /** The hints for the items of the array here. */
    KeyHints items();

    /** Whether nothing but text is allowed here. */
    boolean textOnly();
}
