package io.milvaion.scheduler.see.figure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Reads how this process is. What a platform does not have is left out. */
final class MachineReader {

    private static final System.Logger LOG = System.getLogger(MachineReader.class.getName());

    /** One question to a disk. */
    @FunctionalInterface
    private interface DiskQuestion {
        long of(FileStore store) throws IOException;
    }

    private static final Path HERE = Path.of("").toAbsolutePath();

    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();

    Machine read() {
        var runtime = Runtime.getRuntime();
        return new Machine(
                runtime.availableProcessors(),
                percent("ProcessCpuLoad"),
                percent("CpuLoad"),
                runtime.totalMemory() - runtime.freeMemory(),
                runtime.maxMemory(),
                number("OpenFileDescriptorCount"),
                number("MaxFileDescriptorCount"),
                disk(FileStore::getUsableSpace),
                disk(FileStore::getTotalSpace));
    }

    /** A load that was not measured yet is negative. */
    private Integer percent(String attribute) {
        return attribute(attribute) instanceof Double share && share >= 0
                ? (Integer) (int) Math.round(100 * share)
                : null;
    }

    private Long number(String attribute) {
        return attribute(attribute) instanceof Long number ? number : null;
    }

    /** By its name, since the interface that has it belongs to one vendor. */
    private Object attribute(String name) {
        try {
            return beans.getAttribute(
                    new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME), name);
        } catch (JMException e) {
            LOG.log(System.Logger.Level.DEBUG, "the platform does not say", e);
            return null;
        }
    }

    private static Long disk(DiskQuestion question) {
        try {
            return question.of(Files.getFileStore(HERE));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the disk does not say", e);
            return null;
        }
    }
}
