package io.milvaion.platform.text;

/**
 * Makes text from outside storable: PostgreSQL takes neither U+0000 nor half a character. Both are
 * replaced by U+FFFD, and what is too long is cut, with a mark that counts too. Null stays null.
 */
public final class CleanText {

    private static final char REPLACEMENT = '\uFFFD';
    private static final String CUT = "… [cut]";

    private CleanText() {}

    /**
     * Text to be sent; it is cut between two characters.
     *
     * @param maxBytes of the result in UTF-8; more than the mark takes
     */
    public static String utf8(String text, int maxBytes) {
        if (text == null) {
            return null;
        }
        // one unit too many is enough to see that a text is too long
        var clean = cleaned(text.length() > maxBytes ? text.substring(0, maxBytes + 1) : text);
        return clean.length() <= maxBytes / 3 ? clean : cut(clean, maxBytes);
    }

    private static String cut(String clean, int maxBytes) {
        var mark = " [cut at " + maxBytes + " bytes]";
        int bytes = 0;
        int fits = 0; // units that leave room for the mark
        for (int i = 0; i < clean.length(); ) {
            int c = clean.codePointAt(i);
            i += Character.charCount(c);
            bytes += TextSize.utf8Bytes(c);
            if (bytes > maxBytes) {
                return clean.substring(0, fits) + mark;
            }
            if (bytes <= maxBytes - mark.length()) {
                fits = i;
            }
        }
        return clean;
    }

    /**
     * Text that was received.
     *
     * @param maxUnits of the result in UTF-16; more than the mark takes
     */
    public static String utf16(String text, int maxUnits) {
        if (text == null) {
            return null;
        }
        return text.length() <= maxUnits
                ? cleaned(text)
                : cleaned(text.substring(0, maxUnits - CUT.length())) + CUT;
    }

    private static String cleaned(String text) {
        int first = firstBad(text, 0);
        if (first < 0) {
            return text;
        }
        var clean = new StringBuilder(text);
        for (int i = first; i >= 0; i = firstBad(text, i + 1)) {
            clean.setCharAt(i, REPLACEMENT);
        }
        return clean.toString();
    }

    private static int firstBad(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return i;
            }
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
