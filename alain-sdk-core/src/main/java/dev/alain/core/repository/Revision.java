package dev.alain.core.repository;

import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;

/** Names of branches, tags and commits, as far as they are safe to pass on. */
final class Revision {
    private Revision() {}

    /**
     * Checks a name by the rules of {@code git check-ref-format}, and a little more.
     *
     * @throws ResearchException with {@link Reason#REFUSED} if it is none
     */
    static String checked(String name) {
        boolean plain = name.chars().allMatch(c -> c > ' ' && c < 0x7f && "~^:?*[\\\"'`$;&|<>".indexOf(c) < 0);
        boolean odd = name.startsWith("-")
                || name.startsWith("/")
                || name.startsWith(".")
                || name.endsWith("/")
                || name.endsWith(".")
                || name.endsWith(".lock")
                || name.contains("..")
                || name.contains("//")
                || name.contains("/.")
                || name.contains("@{");
        if (!plain || odd || name.length() > 200) {
            throw new ResearchException(
                    Reason.REFUSED,
                    "the revision is not the name of a branch, a tag or a commit",
                    "Give a branch, a tag, a commit of 40 hex digits, or nothing");
        }
        return name;
    }

    static boolean isCommit(String name) {
        return name.length() == 40 && name.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    static ResearchException missing(String repository, String revision) {
        return new ResearchException(
                Reason.NOT_FOUND,
                revision.isEmpty()
                        ? repository + " has no commit yet"
                        : repository + " has no branch, tag or commit " + revision,
                "Check the revision; commits need all 40 hex digits");
    }
}
