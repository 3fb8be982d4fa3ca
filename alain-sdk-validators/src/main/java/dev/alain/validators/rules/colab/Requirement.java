package dev.alain.validators.rules.colab;

import dev.alain.code.Place;

/**
 * A package that a notebook installs.
 *
 * @param name as package indexes write it: lower case, dashes
 * @param written the whole requirement as it stands, without quotes
 * @param version empty range when none is asked for
 * @param place of the requirement
 */
record Requirement(String cellId, String name, String written, VersionRange version, Place place) {}
