package dev.alain.core.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A disk in memory that remembers every step, and what each left undone: content that was not synced may be lost or torn,
 * names that were not synced may be lost or come in another order.
 */
final class CrashDisk implements Disk {
    /** One step. */
    private record Step(Kind kind, Path path, Path to, int file) {}

    private enum Kind {
        FOLDER,
        CREATE,
        SYNC,
        MOVE,
        DELETE,
        SYNC_FOLDER
    }

    private final List<Step> steps = new ArrayList<>();
    private final List<byte[]> contents = new ArrayList<>();
    private final Map<Path, Integer> files = new HashMap<>();
    private final Set<Path> folders = new HashSet<>();

    /** An empty disk below a folder that is there. */
    CrashDisk(Path root) {
        for (Path path = root.toAbsolutePath(); path != null; path = path.getParent()) {
            folders.add(path);
        }
    }

    synchronized int steps() {
        return steps.size();
    }

    /** The disk as the machine may find it that lost power after so many steps. */
    synchronized CrashDisk after(int count, Path root, Random random) {
        CrashDisk found = new CrashDisk(root);
        List<Step> done = steps.subList(0, count);
        Map<Path, Integer> lastSync = new HashMap<>();
        Set<Integer> synced = new HashSet<>();
        for (int i = 0; i < done.size(); i++) {
            Step step = done.get(i);
            if (step.kind() == Kind.SYNC_FOLDER) {
                lastSync.put(step.path(), i);
            } else if (step.kind() == Kind.SYNC) {
                synced.add(step.file());
            }
        }
        List<Step> durable = new ArrayList<>();
        List<Step> maybe = new ArrayList<>();
        for (int i = 0; i < done.size(); i++) {
            Step step = done.get(i);
            boolean safe = i < lastSync.getOrDefault(parent(step.path()), -1);
            if (safe) {
                durable.add(step);
            } else if (random.nextBoolean()) {
                maybe.add(step);
            }
        }
        Collections.shuffle(maybe, random);
        durable.addAll(maybe);
        durable.forEach(step -> found.replay(step, contents, synced, random));
        found.dropOrphans();
        return found;
    }

    private void replay(Step step, List<byte[]> all, Set<Integer> synced, Random random) {
        switch (step.kind()) {
            case FOLDER -> folders.add(step.path());
            case CREATE, MOVE -> {
                byte[] content = all.get(step.file());
                contents.add(synced.contains(step.file()) ? content : torn(content, random));
                files.put(step.kind() == Kind.MOVE ? step.to() : step.path(), contents.size() - 1);
                if (step.kind() == Kind.MOVE) {
                    files.remove(step.path());
                }
            }
            case DELETE -> files.remove(step.path());
            default -> {
                // Syncing has been looked at already.
            }
        }
    }

    private static byte[] torn(byte[] content, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new byte[0];
            case 1 -> Arrays.copyOf(content, random.nextInt(content.length + 1));
            default -> new byte[content.length];
        };
    }

    /** A folder whose own name was lost takes with it what is in it. */
    private void dropOrphans() {
        files.keySet().removeIf(file -> !reachable(parent(file)));
        folders.removeIf(folder -> !reachable(folder));
    }

    private boolean reachable(Path folder) {
        for (Path path = folder; path != null; path = path.getParent()) {
            if (!folders.contains(path)) {
                return false;
            }
        }
        return true;
    }

    private static Path parent(Path path) {
        return path.toAbsolutePath().getParent();
    }

    private synchronized void note(Kind kind, Path path, Path to, int file) {
        steps.add(new Step(kind, path.toAbsolutePath(), to.toAbsolutePath(), file));
    }

    /** The real folder is made too: locks are real. */
    @Override
    public synchronized void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        folders.add(folder.toAbsolutePath());
        note(Kind.FOLDER, folder, folder, -1);
    }

    @Override
    public synchronized Unsynced create(Path file, byte[] content) {
        int number = contents.size();
        contents.add(content.clone());
        files.put(file.toAbsolutePath(), number);
        note(Kind.CREATE, file, file, number);
        return new Unsynced() {
            @Override
            public void sync() {
                note(Kind.SYNC, file, file, number);
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    @Override
    public synchronized void move(Path from, Path to) throws IOException {
        Integer number = files.remove(from.toAbsolutePath());
        if (number == null) {
            throw new NoSuchFileException(from.toString());
        }
        files.put(to.toAbsolutePath(), number);
        note(Kind.MOVE, from, to, number);
    }

    @Override
    public synchronized void syncFolder(Path folder) {
        note(Kind.SYNC_FOLDER, folder, folder, -1);
    }

    @Override
    public synchronized void delete(Path file) {
        if (files.remove(file.toAbsolutePath()) != null) {
            note(Kind.DELETE, file, file, -1);
        }
    }

    @Override
    public synchronized boolean isFile(Path file) {
        return files.containsKey(file.toAbsolutePath());
    }

    @Override
    public synchronized boolean isFolder(Path folder) {
        return folders.contains(folder.toAbsolutePath());
    }

    @Override
    public synchronized byte[] read(Path file) throws IOException {
        Integer number = files.get(file.toAbsolutePath());
        if (number == null) {
            throw new NoSuchFileException(file.toString());
        }
        return contents.get(number).clone();
    }

    /** All files of a name. */
    synchronized List<Path> named(String name) {
        return files.keySet().stream()
                .filter(file -> file.getFileName().toString().equals(name))
                .toList();
    }
}
