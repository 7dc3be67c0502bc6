package io.milvaion.worker.runtime.job;

/** Text from jobs as it may go on the wire and into the database. */
public final class WireText {

    private static final char REPLACEMENT = '\uFFFD';

    private WireText() {}

    /**
     * Replaces U+0000 and lone surrogates by U+FFFD and cuts what is longer than a limit, never in
     * the middle of a character; what was cut ends with a mark that counts too.
     *
     * @param text may be null, then so is the result
     * @param maxBytes limit of the result in UTF-8; longer than the mark
     */
    public static String clean(String text, int maxBytes) {
        if (text == null || (text.length() <= maxBytes / 3 && isPlain(text))) {
            return text;
        }
        var mark = " [cut at " + maxBytes + " bytes]";
        var out = new StringBuilder(Math.min(text.length(), maxBytes));
        int bytes = 0;
        int fits = 0; // length of out that leaves room for the mark
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
                c = REPLACEMENT;
            }
            bytes += utf8Length(c);
            if (bytes > maxBytes) {
                return out.substring(0, fits) + mark;
            }
            out.appendCodePoint(c);
            if (bytes <= maxBytes - mark.length()) {
                fits = out.length();
            }
        }
        return out.toString();
    }

    /** Bytes that a text takes inside a JSON document in UTF-8, at most. */
    public static int jsonLength(String text) {
        if (text == null) {
            return 0;
        }
        int bytes = 2;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20) {
                bytes += 6; // a \\u escape
            } else if (c == '"' || c == '\\') {
                bytes += 2;
            } else {
                bytes += utf8Length(c);
            }
        }
        return bytes;
    }

    /** Bytes of a text in UTF-8, at most. */
    static int utf8Length(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            bytes += utf8Length(text.charAt(i));
        }
        return bytes;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static int utf8Length(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }
}
