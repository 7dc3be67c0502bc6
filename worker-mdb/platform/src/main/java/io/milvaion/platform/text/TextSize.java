package io.milvaion.platform.text;

/** What text takes in bytes. */
public final class TextSize {

    private TextSize() {}

    /** Bytes of a text in UTF-8, at most. */
    public static int utf8Bytes(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            bytes += utf8Bytes(text.charAt(i));
        }
        return bytes;
    }

    /** Bytes that a text takes inside a JSON document in UTF-8, at most; none if it is null. */
    public static int jsonBytes(String text) {
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
                bytes += utf8Bytes(c);
            }
        }
        return bytes;
    }

    static int utf8Bytes(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }
}
