/**
 * The log as the services use it: appending events, folding them into local views, keeping what
 * could not be read.
 */
@NullMarked
package io.rapporteur.schemas.log;

import org.jspecify.annotations.NullMarked;
