package dev.alain.validators.rules.security;

import dev.alain.validation.NotebookRule;
import java.util.List;

/** Rules of the family {@code security} on dangerous code and active content. */
public final class DangerRules {
    /** In the order in which they report and are mended. */
    public static final List<NotebookRule> ALL = List.of(
            new CodeDangerRule(
                    "SEC007",
                    "call the function you mean, or give a list of words",
                    "Write the code or the command out instead of building it as text."),
            new CodeDangerRule(
                    "SEC008",
                    "load a format without code, or pin what you load",
                    "Load weights with safetensors or weights_only=True, YAML with safe_load, and pin a revision where remote code is needed."),
            new CodeDangerRule(
                    "SEC009",
                    "fetch first, look at it or check its hash, then run it; install from PyPI over https",
                    "Replace the command that runs or installs fetched code by an install of a pinned package over https."),
            new CodeDangerRule(
                    "SEC010",
                    "leave certificates checked, or name the authority's file",
                    "Remove what switches the check of certificates off."),
            new CodeDangerRule(
                    "SEC011",
                    "delete only what the notebook made, by its full name",
                    "Delete only files and folders below the working folder that the notebook made."),
            new ActiveOutputRule(),
            new CodeDangerRule("SEC013", "remove it; no lesson needs it", "Remove the hostile code of this cell."),
            new ActiveTextRule("SEC014", true),
            new ActiveTextRule("SEC015", false),
            new CodeDangerRule(
                    "SEC017",
                    "pin a commit, a tag or a revision",
                    "Pin what is installed or loaded to a commit or a release."),
            new CodeDangerRule(
                    "SEC019",
                    "do it as the user who runs the notebook",
                    "Do without administrator's rights and without rights for everybody."),
            new CodeDangerRule(
                    "SEC020",
                    "listen on 127.0.0.1 and share nothing by default",
                    "Let the server listen on 127.0.0.1 only and leave sharing off."),
            new CodeDangerRule(
                    "SEC021",
                    "ask with getpass.getpass or the platform's secrets",
                    "Ask for secrets with getpass.getpass instead of input."),
            new CodeDangerRule("SEC022", "give a timeout in seconds", "Give every request a timeout."),
            new CodeDangerRule(
                    "SEC023",
                    "show data with tables and plots; scripts do not survive publishing",
                    "Show the result without scripts in HTML."),
            new CodeDangerRule(
                    "SEC024",
                    "keep credentials where they are; send a key only to its own service",
                    "Remove the code that sends credentials away."));

    private DangerRules() {}
}
