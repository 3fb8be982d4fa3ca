package dev.alain.validators.packages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Packages of the Python Package Index that are known to exist, and what they bring.
 *
 * <p>A name that is not in it need not be wrong, but a model that invents package names invents them the same way for
 * everybody, so that somebody else can register them: such a name has to be vouched for. Immutable.
 */
public final class PackageList {
    /** The list that comes with this module. */
    public static final PackageList SHIPPED = read(Lines.of("packages.tsv"));

    /** Roots that many packages share, so that the root alone says little. */
    private static final Set<String> NAMESPACES =
            Set.of("google", "azure", "llama_index", "opentelemetry", "openinference", "zope", "jaraco", "backports");

    private static final Map<String, String> MISNOMERS = misnomers();

    private record Known(String name, boolean colab, boolean kaggle, String version) {}

    private final Map<String, Known> packages;
    private final Map<String, List<String>> byModule;
    private final Spelling spelling;

    private PackageList(Map<String, Known> packages, Map<String, List<String>> byModule, Spelling spelling) {
        this.packages = packages;
        this.byModule = byModule;
        this.spelling = spelling;
    }

    private static PackageList read(List<String> lines) {
        Map<String, Known> packages = new HashMap<>();
        Map<String, List<String>> byModule = new HashMap<>();
        Set<String> preinstalled = new HashSet<>();
        for (String line : lines) {
            String[] columns = line.split("\t", -1);
            String places = columns.length > 2 ? columns[2] : "";
            String version = columns.length > 3 ? columns[3] : "";
            if (!places.isEmpty()) {
                preinstalled.add(columns[0]);
            }
            packages.put(
                    columns[0],
                    new Known(columns[0], places.contains("c"), places.contains("k") || places.contains("c"), version));
            String modules = columns.length > 1 ? columns[1] : "";
            for (String module : modules.isEmpty() ? new String[0] : modules.split(",", -1)) {
                boolean first = module.endsWith("!");
                String name = first ? module.substring(0, module.length() - 1) : module;
                List<String> bringing = byModule.computeIfAbsent(name, m -> new ArrayList<>());
                bringing.add(first ? 0 : bringing.size(), columns[0]);
            }
        }
        return new PackageList(packages, byModule, new Spelling(packages.keySet(), preinstalled));
    }

    private static Map<String, String> misnomers() {
        Map<String, String> meant = new HashMap<>();
        for (String line : Lines.of("misnomers.txt")) {
            int colon = line.indexOf(": ");
            meant.put(line.substring(0, colon), line.substring(colon + 2));
        }
        return meant;
    }

    /** A name as the index compares it: lower case, runs of {@code -_.} as one hyphen. */
    public static String normalized(String name) {
        StringBuilder normalized = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean separator = c == '-' || c == '_' || c == '.';
            boolean again = normalized.length() > 0 && normalized.charAt(normalized.length() - 1) == '-';
            if (!separator) {
                normalized.append(c);
            } else if (!again) {
                normalized.append('-');
            }
        }
        return normalized.toString().toLowerCase(Locale.ROOT);
    }

    /** The list with names that a user vouches for. */
    public PackageList with(Collection<String> names) {
        if (names.isEmpty()) {
            return this;
        }
        Map<String, Known> more = new HashMap<>(packages);
        names.forEach(name -> more.putIfAbsent(normalized(name), new Known(normalized(name), false, false, "")));
        return new PackageList(more, byModule, spelling);
    }

    /** Whether there is a package of this name. */
    public boolean knows(String name) {
        return packages.containsKey(normalized(name));
    }

    /** How many packages it lists. */
    public int size() {
        return packages.size();
    }

    /** Whether a package is there from the start. */
    public boolean isPreinstalled(String name, Platform platform) {
        Known known = packages.get(normalized(name));
        return known != null && (platform == Platform.COLAB ? known.colab() : known.kaggle());
    }

    /** The version of a package on Colab; empty when it is not there. */
    public Optional<String> versionOnColab(String name) {
        return Optional.ofNullable(packages.get(normalized(name)))
                .map(Known::version)
                .filter(version -> !version.isEmpty());
    }

    /** The known name that a name was probably meant to be: a usual mistake, or misspelt; empty when there is none. */
    public Optional<String> meant(String name) {
        return Optional.ofNullable(MISNOMERS.get(normalized(name))).or(() -> spelling.nearest(normalized(name)));
    }

    /**
     * The packages that bring what an import names, the one to install first in front; empty when none is known.
     *
     * @param module full name of the module
     * @param name what is taken from it; may be empty
     */
    public List<String> bringing(String module, String name) {
        String full = name.isEmpty() || name.equals("*") ? module : module + "." + name;
        int most = 8;
        for (String part = full; most > 0; most--) {
            List<String> known = exactly(part);
            if (!known.isEmpty()) {
                return known;
            }
            int dot = part.lastIndexOf('.');
            if (dot < 0) {
                return List.of();
            }
            part = part.substring(0, dot);
        }
        return List.of();
    }

    /** Whether many packages share a root, so that an unknown part of it says little. */
    public static boolean isNamespace(String root) {
        return NAMESPACES.contains(root);
    }

    private List<String> exactly(String module) {
        List<String> mapped = byModule.get(module);
        boolean dotted = module.indexOf('.') >= 0;
        if (mapped == null) {
            boolean ownName = !dotted || isNamespace(module.substring(0, module.indexOf('.')));
            return ownName && knows(module) ? List.of(normalized(module)) : List.of();
        }
        Set<String> all = new HashSet<>(mapped);
        return dotted || !knows(module) || all.contains(normalized(module))
                ? List.copyOf(mapped)
                : withOwnName(mapped, normalized(module));
    }

    private static List<String> withOwnName(List<String> mapped, String own) {
        List<String> all = new ArrayList<>(mapped);
        all.add(own);
        return List.copyOf(all);
    }
}
