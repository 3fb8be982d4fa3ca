package dev.alain.core.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * What the Hub's API says of a model.
 *
 * @param askedId the id that was asked for
 * @param id the id that the Hub gives it now; another one when it was renamed
 * @param commit the revision as 40 hex digits; empty when the Hub named none
 * @param json the whole answer
 * @param fetchedAt when the Hub last said so
 * @param stale whether it is older than its time to live and the Hub could not be asked
 */
public record HubInfo(String askedId, String id, String commit, JsonNode json, Instant fetchedAt, boolean stale) {}
