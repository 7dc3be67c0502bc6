package io.milvaion.scheduler.people.key;

import io.milvaion.scheduler.people.secret.RandomText;
import java.util.regex.Pattern;

/** What a program sends. */
public record KeyText(String text) {

    private static final String START = "mvk_";
    private static final Pattern FORM = Pattern.compile("mvk_[A-Za-z0-9_-]{32,128}");
    private static final int SHOWN = 12;

    static KeyText random() {
        return new KeyText(START + RandomText.next());
    }

    /** Whether a text says that it is a key. */
    public static boolean isKey(String text) {
        return text.startsWith(START);
    }

    /** Whether it can be one. */
    public boolean isWellFormed() {
        return FORM.matcher(text).matches();
    }

    /** By which people know it: 8 of its 43 random characters. */
    String prefix() {
        return text.substring(0, SHOWN);
    }

    public byte[] hash() {
        return RandomText.hash(text);
    }

    @Override
    public String toString() {
        return "KeyText[" + START + "…]";
    }
}
