package io.milvaion.scheduler.people.factor;

/** Base 32 without padding (RFC 4648 §6): what authenticator apps read, and people can type. */
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        var text = new StringBuilder();
        int waiting = 0;
        int bits = 0;
        for (byte next : bytes) {
            waiting = ((waiting << Byte.SIZE) | (next & 0xFF)) & 0xFFF;
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(ALPHABET.charAt((waiting >> bits) & 0x1F));
            }
        }
        return bits == 0
                ? text.toString()
                : text.append(ALPHABET.charAt((waiting << (BITS - bits)) & 0x1F)).toString();
    }
}
