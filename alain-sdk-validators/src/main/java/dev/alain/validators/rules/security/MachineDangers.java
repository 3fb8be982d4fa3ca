package dev.alain.validators.rules.security;

import dev.alain.validators.shell.ShellCommand;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Judges commands that harm the machine, take it over or ask for its highest rights. */
final class MachineDangers {
    private static final Set<String> NETCATS = Set.of("nc", "ncat", "netcat", "nc.traditional", "nc.openbsd");
    private static final Set<String> SHELLS = Set.of("sh", "bash", "zsh", "dash", "ksh");
    private static final Set<String> STOPS = Set.of("shutdown", "reboot", "halt", "poweroff", "telinit");
    private static final Set<String> ACCOUNTS = Set.of("useradd", "adduser", "usermod", "passwd", "chpasswd", "visudo");
    private static final Set<String> MINERS =
            Set.of("xmrig", "minerd", "cpuminer", "cgminer", "ethminer", "t-rex", "lolminer");
    private static final List<String> SENSITIVE = List.of(
            "/etc/cron",
            "/etc/sudoers",
            "/etc/passwd",
            "/etc/shadow",
            "/etc/ld.so.preload",
            "authorized_keys",
            "/var/spool/cron",
            "/etc/profile",
            "/etc/rc.local",
            "/etc/systemd",
            "/etc/init.d",
            "/etc/pam.d",
            "/etc/hosts");
    private static final Set<String> EVERY_RIGHT = Set.of(
            "777",
            "0777",
            "00777",
            "1777",
            "a+rwx",
            "a=rwx",
            "ugo+rwx",
            "ugo=rwx",
            "a+wrx",
            "a+rwX",
            "u+rwx,g+rwx,o+rwx");
    private static final List<String> STARTUP = List.of(".bashrc", ".profile", ".zshrc", ".bash_profile", ".zprofile");

    /** What is seen in the text as it stands only. */
    void judgeText(String text, int line, Alarm alarm) {
        String dense = dense(text);
        int open = dense.indexOf("(){");
        while (open >= 0) {
            int start = open;
            while (start > 0
                    && (Character.isLetterOrDigit(dense.charAt(start - 1))
                            || ":_.".indexOf(dense.charAt(start - 1)) >= 0)) {
                start--;
            }
            String name = dense.substring(start, open);
            if (!name.isEmpty() && dense.startsWith(name + "|" + name + "&", open + 3)) {
                alarm.error("SEC013", line, "starts copies of itself without end (a fork bomb)");
            }
            open = dense.indexOf("(){", open + 3);
        }
    }

    private static String dense(String text) {
        StringBuilder dense = new StringBuilder(text.length());
        text.chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> dense.append((char) c));
        return dense.toString();
    }

    void judge(ShellCommand command, boolean forged, int line, Alarm alarm) {
        rights(command, line, alarm);
        deletes(command, line, alarm);
        destroys(command, line, alarm);
        remoteShell(command, forged, line, alarm);
        takesOver(command, line, alarm);
        writes(command, line, alarm);
        if (Address.isMetadata(command.text())) {
            alarm.error("SEC013", line, "asks the cloud's metadata service, which hands out credentials");
        }
        if (command.arguments().contains("0.0.0.0") || command.text().contains("=0.0.0.0")) {
            alarm.warning("SEC020", line, command.name() + " listens on every network (0.0.0.0)");
        }
    }

    private static void rights(ShellCommand command, int line, Alarm alarm) {
        if (command.wrappers().contains("sudo")
                || command.wrappers().contains("doas")
                || command.name().equals("su")) {
            alarm.error("SEC019", line, "runs " + command.name() + " as administrator");
        }
        boolean chmod = command.name().equals("chmod");
        List<String> operands = command.operands();
        String mode = chmod && !operands.isEmpty() ? operands.get(0) : "";
        boolean system = operands.stream().skip(1).anyMatch(path -> Folders.deleting(path, true) == Folders.Harm.GRAVE);
        if (mode.contains("+s")
                || (mode.length() == 4
                        && mode.charAt(0) >= '2'
                        && mode.charAt(0) <= '7'
                        && Character.isDigit(mode.charAt(3)))) {
            alarm.error("SEC019", line, "lets everybody run a file with its owner's rights (chmod " + mode + ")");
        } else if (EVERY_RIGHT.contains(mode) || mode.equals("666")) {
            String message = "gives everybody every right (chmod " + mode + ")";
            if (system || EVERY_RIGHT.contains(mode)) {
                alarm.error("SEC019", line, message);
            } else {
                alarm.warning("SEC019", line, message);
            }
        }
    }

    private static void deletes(ShellCommand command, int line, Alarm alarm) {
        boolean recursive = command.has('r', "--recursive") || command.has('R', "");
        switch (command.name()) {
            case "rm", "shred", "unlink", "rmdir", "srm" ->
                command.operands().forEach(path -> deletes(path, recursive, line, alarm));
            case "find" -> {
                boolean removes = command.arguments().contains("-delete")
                        || (command.arguments().contains("-exec")
                                && command.arguments().stream()
                                        .anyMatch(w -> w.equals("rm") || w.equals("shred") || w.endsWith("/rm")));
                if (removes && !command.operands().isEmpty()) {
                    String root = command.operands().get(0);
                    boolean here = Set.of(".", "./", "*").contains(root)
                            && command.arguments().contains("-name");
                    deletes(here ? "./x" : root, true, line, alarm);
                }
            }
            case "mv" -> {
                boolean lost = command.operands().contains("/dev/null");
                if (lost) {
                    command.operands().stream()
                            .filter(path -> !path.equals("/dev/null"))
                            .forEach(path -> deletes(path, true, line, alarm));
                }
            }
            default -> {}
        }
    }

    static void deletes(String path, boolean recursive, int line, Alarm alarm) {
        switch (Folders.deleting(path, recursive)) {
            case GRAVE -> alarm.error("SEC011", line, "deletes " + path + ", which is no folder of the notebook");
            case DOUBTFUL ->
                alarm.warning(
                        "SEC011", line, "deletes " + path + ", which may hold more than the notebook's own files");
            case NONE -> {}
        }
    }

    private static void destroys(ShellCommand command, int line, Alarm alarm) {
        boolean disk = command.arguments().stream()
                .anyMatch(word -> isDisk(word.startsWith("of=") ? word.substring(3) : word));
        String name = command.name();
        boolean formats = name.startsWith("mkfs")
                || name.equals("mke2fs")
                || name.equals("wipefs")
                || (name.equals("fdisk") && !command.has('l', "--list"));
        boolean over = Set.of("dd", "shred", "cp", "tee", "sgdisk", "parted", "hdparm", "blkdiscard")
                        .contains(name)
                && disk;
        if (formats || over || command.targets().stream().anyMatch(MachineDangers::isDisk)) {
            alarm.error("SEC013", line, "overwrites a disk with " + (name.isEmpty() ? "a redirection" : name));
        }
        boolean all = name.equals("kill") && command.operands().contains("1")
                || name.equals("kill") && command.words().indexOf("-1") > 1;
        if (STOPS.contains(name) || (name.equals("init") && command.arguments().contains("0")) || all) {
            alarm.error("SEC013", line, "stops the machine (" + command.text() + ")");
        }
    }

    static boolean isDisk(String path) {
        if (!path.startsWith("/dev/")) {
            return false;
        }
        String device = path.substring("/dev/".length());
        return List.of("sd", "hd", "vd", "xvd", "nvme", "mmcblk", "disk", "mem", "kmem", "dm-", "mapper/").stream()
                .anyMatch(device::startsWith);
    }

    private static void remoteShell(ShellCommand command, boolean forged, int line, Alarm alarm) {
        String all = command.text() + " " + String.join(" ", command.targets());
        String lower = all.toLowerCase(Locale.ROOT);
        boolean device = lower.contains("/dev/tcp/") || lower.contains("/dev/udp/") || lower.contains("/inet/tcp/");
        boolean netcat = NETCATS.contains(command.name());
        boolean hands = netcat && (command.has('e', "--exec") || command.has('c', "--sh-exec") || forged);
        boolean piped = SHELLS.contains(command.name())
                        && command.feeders().stream()
                                .anyMatch(c ->
                                        NETCATS.contains(c.name()) || c.name().equals("telnet"))
                || (netcat || command.name().equals("telnet"))
                        && command.feeders().stream().anyMatch(c -> SHELLS.contains(c.name()));
        boolean socat = command.name().equals("socat") && (lower.contains("exec:") || lower.contains("system:"));
        boolean script =
                Set.of("perl", "ruby", "php", "lua", "node", "gawk", "awk").contains(command.name())
                        && List.of("socket", "tcpsocket", "fsockopen", "net.connect", "/inet/").stream()
                                .anyMatch(lower::contains);
        if (device || hands || piped || socat || script) {
            alarm.error("SEC013", line, "opens a shell of this machine to another one (" + command.name() + ")");
        }
    }

    private static void takesOver(ShellCommand command, int line, Alarm alarm) {
        String name = command.name();
        if (name.equals("crontab") && !command.arguments().equals(List.of("-l"))) {
            alarm.error("SEC013", line, "plans commands that outlive the notebook (crontab)");
        } else if (ACCOUNTS.contains(name)) {
            alarm.error("SEC013", line, "changes the machine's accounts (" + name + ")");
        } else if (MINERS.contains(name)
                || command.text().contains("stratum+tcp://")
                || command.text().contains("stratum+ssl://")) {
            alarm.error("SEC013", line, "mines coins (" + name + ")");
        } else if ((name.equals("setenforce") && command.arguments().contains("0"))
                || (name.equals("ufw") && command.arguments().contains("disable"))
                || (name.equals("iptables") && command.has('F', "--flush"))
                || Set.of("insmod", "modprobe").contains(name)) {
            alarm.error("SEC013", line, "takes the machine's guards down (" + command.text() + ")");
        }
    }

    private static void writes(ShellCommand command, int line, Alarm alarm) {
        List<String> written = new java.util.ArrayList<>(
                command.targets().stream().filter(t -> !t.startsWith("<")).toList());
        if (Set.of("tee", "cp", "mv", "ln", "install").contains(command.name())) {
            written.addAll(command.operands()
                    .subList(
                            Math.min(
                                    command.name().equals("tee")
                                            ? 0
                                            : Math.max(0, command.operands().size() - 1),
                                    command.operands().size()),
                            command.operands().size()));
        }
        if (command.name().equals("sed") && command.has('i', "--in-place")) {
            written.addAll(command.operands());
        }
        for (String path : written) {
            if (isSensitive(path)) {
                alarm.error("SEC013", line, "writes to " + path);
            } else if (STARTUP.stream().anyMatch(path::endsWith)) {
                alarm.warning("SEC019", line, "changes what every shell starts with (" + path + ")");
            }
        }
    }

    static boolean isSensitive(String path) {
        return SENSITIVE.stream().anyMatch(path::contains);
    }
}
