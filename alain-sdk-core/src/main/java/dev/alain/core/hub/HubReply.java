package dev.alain.core.hub;

/**
 * An answer, and whether it may be out of date.
 *
 * @param stale whether it is older than its time to live and the Hub could not be asked
 */
record HubReply(StoredAnswer answer, boolean stale) {}
