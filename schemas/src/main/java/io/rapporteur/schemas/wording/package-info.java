/**
 * The wordings of recommendations, version by version, and how a proposed text differs from one.
 */
@NullMarked
package io.rapporteur.schemas.wording;

import org.jspecify.annotations.NullMarked;
