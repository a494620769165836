/**
 * What the secretariat does with comments: observations, dispositions, notes, assignments and tags;
 * each thing that it works on is one row of revisions.
 */
@NullMarked
package io.rapporteur.aggregation.secretariat;

import org.jspecify.annotations.NullMarked;
