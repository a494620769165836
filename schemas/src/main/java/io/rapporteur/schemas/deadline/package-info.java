/** Deadlines: what is in time, and how people say when. */
@NullMarked
package io.rapporteur.schemas.deadline;

import org.jspecify.annotations.NullMarked;
