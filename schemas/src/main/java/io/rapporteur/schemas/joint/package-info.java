/** Joint comments: which text of a comment is in force, and with whom. */
@NullMarked
package io.rapporteur.schemas.joint;

import org.jspecify.annotations.NullMarked;
