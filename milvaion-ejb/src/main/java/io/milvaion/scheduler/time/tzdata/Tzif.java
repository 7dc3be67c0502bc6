package io.milvaion.scheduler.time.tzdata;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesException;
import java.util.Optional;

/** Reads the rules of one zone from a TZif file, whatever its version. */
public final class Tzif {

    private static final int MAGIC = 0x545a6966; // TZif
    private static final int RESERVED = 15;
    private static final int TYPE = 6; // bytes: offset, whether it is summer time, name

    /** The part of a file with its changes: a file of version 2 or later has two. */
    private record Block(
            int version, int utc, int std, int leaps, int times, int types, int names) {

        static Block of(ByteBuffer file) {
            if (file.getInt() != MAGIC) {
                throw new ZoneRulesException("It is no TZif file");
            }
            int version = file.get() == 0 ? 1 : 2; // later ones only allow more
            file.position(file.position() + RESERVED);
            return new Block(
                    version,
                    file.getInt(),
                    file.getInt(),
                    file.getInt(),
                    file.getInt(),
                    file.getInt(),
                    file.getInt());
        }

        /** Bytes that follow the header, each instant taking so many. */
        int length(int time) {
            long length =
                    (long) times * (time + 1)
                            + (long) types * TYPE
                            + names
                            + (long) leaps * (time + 4)
                            + std
                            + utc;
            return Math.toIntExact(length);
        }
    }

    private Tzif() {}

    /** Whether a file begins as one does. */
    public static boolean isTzif(byte[] file) {
        return file.length > 4 && ByteBuffer.wrap(file).getInt() == MAGIC;
    }

    /**
     * @throws ZoneRulesException when the file is broken or counts leap seconds
     */
    public static ZoneRules read(byte[] file) {
        try {
            return rules(ByteBuffer.wrap(file));
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | ArithmeticException
                | DateTimeException e) {
            throw new ZoneRulesException("The file of a time zone is broken: " + e.getMessage(), e);
        }
    }

    private static ZoneRules rules(ByteBuffer file) {
        var block = Block.of(file);
        if (block.version() == 1) {
            return changes(file.slice(), block, Integer.BYTES).rules();
        }
        file.position(file.position() + block.length(Integer.BYTES));
        var wide = Block.of(file);
        var changes = changes(file.slice(), wide, Long.BYTES);
        file.position(file.position() + wide.length(Long.BYTES));
        return footer(file).map(PosixZone::parse).map(changes::rules).orElseGet(changes::rules);
    }

    private static OffsetChanges changes(ByteBuffer data, Block block, int time) {
        if (block.leaps() != 0) {
            throw new ZoneRulesException("It counts leap seconds");
        }
        int indexes = block.times() * time;
        int types = indexes + block.times();
        var changes = new OffsetChanges(offset(data, types));
        for (int i = 0; i < block.times(); i++) {
            int type = data.get(indexes + i) & 0xff;
            if (type >= block.types()) {
                throw new ZoneRulesException("A change is to an offset that is not there");
            }
            long second = time == Long.BYTES ? data.getLong(i * time) : data.getInt(i * time);
            changes.add(second, offset(data, types + type * TYPE));
        }
        return changes;
    }

    private static ZoneOffset offset(ByteBuffer data, int at) {
        return ZoneOffset.ofTotalSeconds(data.getInt(at));
    }

    /** The text between the two line ends at the end; empty if it says nothing. */
    private static Optional<String> footer(ByteBuffer file) {
        var text = StandardCharsets.US_ASCII.decode(file).toString();
        int end = text.indexOf('\n', 1);
        if (end < 0 || text.charAt(0) != '\n') {
            throw new ZoneRulesException("It has no last line");
        }
        return Optional.of(text.substring(1, end)).filter(rule -> !rule.isEmpty());
    }
}
